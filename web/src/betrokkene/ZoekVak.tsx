// SPDX-License-Identifier: EUPL-1.2
// One search over every file and compartment; of each thing found the officer says whether it is about this person.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Verzoek, Vondst, Zoekterm } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { formatDateTime, formatShortDate } from '../basis/format';
import { type BerichtId, useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { problemText } from '../basis/problem';
import type { FormErrors } from '../basis/vorm/errors';
import { Form } from '../basis/vorm/Form';
import { TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { wijsAan, zoek } from './api';

/** A term for each line that says something. */
export function termen({ woorden, nummers }: { woorden: string; nummers: string }): Zoekterm[] {
  const regels = (tekst: string, soort: Zoekterm['soort']) =>
    tekst
      .split('\n')
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .map((waarde) => ({ soort, waarde }));
  return [...regels(woorden, 'woorden'), ...regels(nummers, 'nummer')];
}

/** Where something stands and came from, on one line. */
export function Herkomst({
  wat,
}: {
  wat: Pick<Vondst, 'kenmerk' | 'regime' | 'moment'> & { bron: string | null; dag: string | null };
}) {
  const { t, language } = useLanguage();
  const { name } = useLists();
  return (
    <p className="dw-zacht">
      <span className="dw-kenmerk">{wat.kenmerk}</span> · {name('regimes', wat.regime)}
      {wat.bron !== null && wat.bron !== '' && ` · ${wat.bron}`}
      {wat.dag !== null && ` · ${formatShortDate(wat.dag, language)}`}
      {wat.moment !== null && ` · ${t('betrokkene.eerder', { tijd: formatDateTime(wat.moment, language) })}`}
    </p>
  );
}

const sleutel = (one: Vondst) => `${one.soort} ${one.rij} ${one.moment ?? ''}`;

function Gevonden({ vondst, aanwijzen }: { vondst: Vondst; aanwijzen: (hoort: boolean) => void }) {
  const { t } = useLanguage();
  const wat = `${t(`betrokkene.vindplaats.${vondst.soort}` as BerichtId)}, ${vondst.kenmerk}`;
  return (
    <li className="dw-vlak dw-kaart">
      <h3 className="nl-heading nl-heading--level-4">{t(`betrokkene.vindplaats.${vondst.soort}` as BerichtId)}</h3>
      <Herkomst wat={vondst} />
      <p className="dw-lopend">{vondst.tekst}</p>
      {vondst.hoort !== null && (
        <p>
          <strong>{t(vondst.hoort ? 'betrokkene.hoort' : 'betrokkene.hoortniet')}</strong>
        </p>
      )}
      <div className="dw-knoppen">
        {vondst.hoort !== true && (
          <Button aria-label={`${t('betrokkene.hoort')}: ${wat}`} onClick={() => aanwijzen(true)}>
            {t('betrokkene.hoort')}
          </Button>
        )}
        {vondst.hoort !== false && (
          <Button weight="subtle" aria-label={`${t('betrokkene.hoortniet')}: ${wat}`} onClick={() => aanwijzen(false)}>
            {t('betrokkene.hoortniet')}
          </Button>
        )}
      </div>
    </li>
  );
}

export function ZoekVak({ verzoek }: { verzoek: Verzoek }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const [gevonden, setGevonden] = useState<{ resultaten: Vondst[]; meer: boolean } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const form = useForm({
    initial: { woorden: '', nummers: '' },
    labels: { woorden: t('betrokkene.zoek.woorden'), nummers: t('betrokkene.zoek.nummers') },
    check: (values): FormErrors => (termen(values).length === 0 ? { woorden: t('betrokkene.zoek.fout') } : {}),
    send: async (values) => {
      const uit = await zoek(verzoek, termen(values));
      setGevonden(uit);
      await client.invalidateQueries({ queryKey: ['verzoek', verzoek.id] });
      announce(t('betrokkene.zoek.gevonden', { aantal: uit.resultaten.length }));
    },
  });
  const aanwijzen = async (vondst: Vondst, hoort: boolean) => {
    setFailure(null);
    try {
      await wijsAan(client, verzoek, vondst, hoort);
      setGevonden(
        (before) =>
          before && {
            ...before,
            resultaten: before.resultaten.map((one) => (sleutel(one) === sleutel(vondst) ? { ...one, hoort } : one)),
          },
      );
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <>
      <p className="nl-paragraph">{t('betrokkene.zoek.uitleg')}</p>
      <Form form={form}>
        <TextArea
          {...form.field('woorden')}
          label={t('betrokkene.zoek.woorden')}
          hint={t('betrokkene.zoek.woorden.hulp')}
          rows={2}
        />
        <TextArea
          {...form.field('nummers')}
          label={t('betrokkene.zoek.nummers')}
          hint={t('betrokkene.zoek.nummers.hulp')}
          optional
          rows={2}
        />
        <div className="dw-knoppen">
          <Button type="submit" weight="primary" busy={form.busy}>
            {t('betrokkene.zoek.doe')}
          </Button>
        </div>
      </Form>
      {failure !== null && (
        <div className="dw-mislukt" role="alert">
          {problemText(failure, t)}
        </div>
      )}
      {gevonden !== null && (
        <section aria-label={t('betrokkene.zoek.uitkomst')}>
          <p className="nl-paragraph">
            {t('betrokkene.zoek.gevonden', { aantal: gevonden.resultaten.length })}{' '}
            {gevonden.meer && t('betrokkene.zoek.meer')}
          </p>
          <ul className="dw-kaarten">
            {gevonden.resultaten.map((one) => (
              <Gevonden key={sleutel(one)} vondst={one} aanwijzen={(hoort) => void aanwijzen(one, hoort)} />
            ))}
          </ul>
        </section>
      )}
      {verzoek.zoekslagen.length > 0 && (
        <details className="dw-meer">
          <summary>{t('betrokkene.zoek.eerder')}</summary>
          <ul className="dw-handelingen">
            {verzoek.zoekslagen.map((one) => (
              <li key={one.op}>
                <time dateTime={one.op}>{formatDateTime(one.op, language)}</time> ·{' '}
                {one.termen.map(({ waarde }) => waarde).join(', ')} ·{' '}
                {t('betrokkene.zoek.gevonden', { aantal: one.gevonden })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
