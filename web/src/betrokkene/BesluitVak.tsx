// SPDX-License-Identifier: EUPL-1.2
// The decision on the whole: why, the weighing of UAVG 41(2), the letter, and the day it went out.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Verzoek } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { now } from '../basis/clock';
import { dayOf, formatDate } from '../basis/format';
import { type BerichtId, useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { problemText } from '../basis/problem';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form } from '../basis/vorm/Form';
import { Checkbox, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { LEGE_WEGING, WegingVelden } from '../informeren/WegingVelden';
import { brief, wijzig, zetOver } from './api';
import { Reden } from './Reden';

const KORTSTE_MOTIVERING = 10;

/** Refused items ask a reason that the letter gives, and mostly the weighing. */
function Motiveren({ verzoek }: { verzoek: Verzoek }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [melden, setMelden] = useState(verzoek.beperkingMelden);
  const form = useForm({
    initial: { motivering: verzoek.motivering ?? '', ...(verzoek.weging ?? LEGE_WEGING) },
    labels: { motivering: t('betrokkene.motivering') },
    check: ({ motivering }): FormErrors =>
      motivering.trim().length < KORTSTE_MOTIVERING ? { motivering: t('betrokkene.motivering.fout') } : {},
    send: async ({ motivering, ...weging }) => {
      await wijzig(client, verzoek, { motivering: motivering.trim(), weging, beperkingMelden: melden });
      announce(t('betrokkene.motivering.gedaan'));
    },
  });
  return (
    <Form form={form}>
      <TextArea
        {...form.field('motivering')}
        label={t('betrokkene.motivering')}
        hint={t('betrokkene.motivering.hulp')}
        rows={3}
        maxLength={4000}
      />
      <h3 className="nl-heading nl-heading--level-4">{t('informeren.weging')}</h3>
      <p className="nl-paragraph">{t('betrokkene.weging.uitleg')}</p>
      <WegingVelden values={form.values} on={form.on} errors={form.errors} />
      <Checkbox label={t('betrokkene.melden')} checked={melden} onChange={setMelden} />
      <div className="dw-knoppen">
        <Button type="submit" busy={form.busy}>
          {t('betrokkene.motivering.opslaan')}
        </Button>
      </div>
    </Form>
  );
}

/** Who outside received one of the items, and whether he was told of what changes; whether the letter names them. */
function Ontvangers({
  verzoek,
  mag,
  onFailure,
}: {
  verzoek: Verzoek;
  mag: boolean;
  onFailure: (error: unknown) => void;
}) {
  const { t, language } = useLanguage();
  const { name } = useLists();
  const client = useQueryClient();
  return (
    <>
      <h3 className="nl-heading nl-heading--level-4">{t('betrokkene.ontvangers')}</h3>
      <p className="nl-paragraph">{t('betrokkene.ontvangers.uitleg')}</p>
      <ul>
        {verzoek.gegevenAan.map((one) => (
          <li key={`${one.gegeven} ${one.verstrekking}`}>
            {name('partners', one.ontvanger)} · {one.kenmerk}, {one.verstrekking}, {formatDate(one.op, language)} ·{' '}
            {t(one.teNoemen ? 'verstrekking.noembaar' : 'verstrekking.nietnoembaar')}
            {one.staat !== null && ` · ${t(`betrokkene.bericht.${one.staat}`)}`}
          </li>
        ))}
      </ul>
      {mag && (
        <Checkbox
          label={t('betrokkene.ontvangers.noemen')}
          checked={verzoek.ontvangersNoemen}
          onChange={(aan) => void wijzig(client, verzoek, { ontvangersNoemen: aan }).catch(onFailure)}
        />
      )}
    </>
  );
}

function Versturen({ verzoek }: { verzoek: Verzoek }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const open = verzoek.gegevenAan.filter((one) => one.staat === 'open').length;
  const form = useForm({
    initial: { verzondenOp: dayOf(now()), toch: false },
    labels: { verzondenOp: t('betrokkene.verzonden') },
    check: ({ verzondenOp }): FormErrors => {
      const dag = verzondenOp === '' ? t('betrokkene.verzonden.fout') : dayFault(verzondenOp, t);
      return dag === undefined ? {} : { verzondenOp: dag };
    },
    send: async ({ verzondenOp, toch }) => {
      await zetOver(client, verzoek, { naar: 'afgerond', verzondenOp, ...(toch ? { metOpenBerichten: true } : {}) });
      announce(t('betrokkene.afgerond'));
    },
  });
  return (
    <Form form={form}>
      <DateField
        {...form.field('verzondenOp')}
        label={t('betrokkene.verzonden')}
        hint={t('betrokkene.verzonden.hulp')}
      />
      {open > 0 && (
        <>
          <p className="nl-paragraph">{t('betrokkene.berichten.open', { aantal: open })}</p>
          <Checkbox label={t('betrokkene.berichten.toch')} checked={form.values.toch} onChange={form.on('toch')} />
        </>
      )}
      <div className="dw-knoppen">
        <Button type="submit" weight="primary" busy={form.busy}>
          {t('betrokkene.afronden')}
        </Button>
      </div>
    </Form>
  );
}

export function BesluitVak({ verzoek, vanMij }: { verzoek: Verzoek; vanMij: boolean }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [terug, setTerug] = useState(false);
  const doe = async (wat: () => Promise<unknown>) => {
    setFailure(null);
    setBusy(true);
    try {
      await wat();
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  const beperkt = verzoek.gegevens.some((one) => one.hoort && one.grond !== null);
  const klaar = verzoek.beslotenOp !== null;
  return (
    <>
      {failure !== null && (
        <div className="dw-mislukt" role="alert">
          {problemText(failure, t)}
        </div>
      )}
      {verzoek.gegevenAan.length > 0 && (
        <Ontvangers verzoek={verzoek} mag={vanMij && verzoek.staat === 'onderzoek'} onFailure={setFailure} />
      )}
      {verzoek.staat === 'onderzoek' && (
        <>
          {vanMij && beperkt && <Motiveren verzoek={verzoek} />}
          {verzoek.beletselen.length > 0 && (
            <ul>
              {verzoek.beletselen.map((one) => (
                <li key={one}>{t(`fout.${one}` as BerichtId)}</li>
              ))}
            </ul>
          )}
          {vanMij && (
            <div className="dw-knoppen">
              <Button
                weight="primary"
                busy={busy}
                onClick={() =>
                  void doe(async () => {
                    await zetOver(client, verzoek, { naar: 'besloten' });
                    announce(t('betrokkene.besloten'));
                  })
                }
              >
                {t('betrokkene.besluiten')}
              </Button>
            </div>
          )}
        </>
      )}
      {klaar && verzoek.beslotenOp !== null && (
        <>
          <p className="nl-paragraph">
            {t('betrokkene.besloten.op', { dag: formatDate(verzoek.beslotenOp, language) })}
          </p>
          {(vanMij || verzoek.staat === 'afgerond') && (
            <>
              <p className="nl-paragraph">{t('betrokkene.brief.uitleg')}</p>
              <div className="dw-knoppen">
                <Button weight="primary" busy={busy} onClick={() => void doe(() => brief(verzoek))}>
                  {t('betrokkene.brief')}
                </Button>
              </div>
            </>
          )}
        </>
      )}
      {vanMij && verzoek.staat === 'besloten' && (
        <>
          <Versturen verzoek={verzoek} />
          {terug ? (
            <Reden
              label={t('betrokkene.terug.reden')}
              kort={5}
              knop={t('betrokkene.terug')}
              doe={(reden) => zetOver(client, verzoek, { naar: 'onderzoek', reden })}
              onClose={() => setTerug(false)}
            />
          ) : (
            <Button weight="subtle" onClick={() => setTerug(true)}>
              {t('betrokkene.terug')}
            </Button>
          )}
        </>
      )}
    </>
  );
}
