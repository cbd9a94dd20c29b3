// SPDX-License-Identifier: EUPL-1.2
// Where a partner comes in: the questions to him, what was shared with him and until when, and what he can answer now.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AntwoordNieuw, Doorgifte, PartnerVraag, VraagStaat } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { PageHeading } from '../basis/page';
import { problemText } from '../basis/problem';
import { Empty, Failed, Loading } from '../basis/states';
import { TermijnChip } from '../basis/termijn';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { RadioField, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { antwoord, mijnVragenQuery } from './api';
import '../basis/stijl/vakken.css';

/** What needs more than one press. */
const MET_TEKST: readonly VraagStaat[] = ['beantwoord', 'geweigerd', 'herroepen'];

function AntwoordVorm({ vraag, naar, onClose }: { vraag: PartnerVraag; naar: VraagStaat; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const antwoordt = naar === 'beantwoord';
  const form = useForm({
    initial: { tekst: antwoordt ? (vraag.inhoud?.antwoord ?? '') : '', doorgifte: 'na_overleg' },
    check: (values): FormErrors =>
      values.tekst.trim() === '' ? { tekst: t(antwoordt ? 'vraag.fout.antwoord' : 'vraag.fout.reden') } : {},
    send: async (values) => {
      const body: AntwoordNieuw = {
        staat: naar,
        antwoord: antwoordt ? values.tekst.trim() : null,
        doorgifte: antwoordt ? (values.doorgifte as Doorgifte) : null,
        reden: antwoordt ? null : values.tekst.trim(),
      };
      await antwoord(vraag, body);
      await client.invalidateQueries({ queryKey: ['vragen'] });
      announce(t(`vraag.nu.${naar}`));
      onClose();
    },
  });
  const { values, on } = form;
  return (
    <Dialog title={t(`vraag.stap.${naar}`)} onClose={onClose} wide>
      <p className="nl-paragraph">
        <strong>{vraag.inhoud?.tekst}</strong>
      </p>
      <Form form={form}>
        <TextArea
          {...form.field('tekst')}
          label={t(antwoordt ? 'vraag.antwoord' : 'vraag.reden')}
          hint={t(
            antwoordt ? 'vraag.antwoord.hulp' : naar === 'herroepen' ? 'vraag.herroepen.hulp' : 'vraag.weigeren.hulp',
          )}
          rows={5}
        />
        {antwoordt && (
          <RadioField
            name="doorgifte"
            label={t('vraag.doorgifte')}
            value={values.doorgifte}
            onChange={on('doorgifte')}
            options={(['vrij', 'na_overleg', 'niet'] as const).map((one) => ({
              value: one,
              label: t(`vraag.doorgifte.${one}`),
            }))}
          />
        )}
        <FormButtons form={form} onCancel={onClose}>
          {t(`vraag.stap.${naar}`)}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

function Kaart({ vraag }: { vraag: PartnerVraag }) {
  const { t, language } = useLanguage();
  const { name } = useLists();
  const client = useQueryClient();
  const [naar, setNaar] = useState<VraagStaat | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const dag = (value: string) => formatShortDate(value, language);
  const kies = async (staat: VraagStaat) => {
    if (MET_TEKST.includes(staat)) {
      setNaar(staat);
      return;
    }
    setBusy(true);
    setFailure(null);
    try {
      await antwoord(vraag, { staat, antwoord: null, doorgifte: null, reden: null });
      await client.invalidateQueries({ queryKey: ['vragen'] });
      announce(t(`vraag.nu.${staat}`));
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  const open = vraag.inhoud !== null;
  return (
    <li className="dw-vlak dw-kaart">
      <h2 className="nl-heading nl-heading--level-4">
        {vraag.inhoud === null ? t('vraag.voorbij', { organisatie: vraag.organisatie }) : vraag.inhoud.tekst}
      </h2>
      <p className="dw-zacht dw-klein">
        {vraag.organisatie}, {dag(vraag.op)} · {t(`vraag.staat.${vraag.staat}`)}{' '}
        {open && vraag.stappen.length > 0 && <TermijnChip datum={vraag.tot} />}
      </p>
      {vraag.inhoud === null ? (
        <p className="nl-paragraph">
          {t(vraag.staat === 'ingetrokken' ? 'vraag.ingetrokken.uitleg' : 'vraag.voorbij.uitleg', {
            dag: dag(vraag.tot),
          })}
        </p>
      ) : (
        <dl className="dw-feiten">
          <dt>{t('vraag.gedeeld')}</dt>
          <dd className="dw-lopend">{vraag.inhoud.gedeeld === '' ? t('vraag.gedeeld.niets') : vraag.inhoud.gedeeld}</dd>
          <dt>{t('vraag.gedeeld.met')}</dt>
          <dd>
            {t('vraag.gedeeld.metwie', {
              naam: vraag.partner.naam,
              ontvanger: name('partners', vraag.ontvanger),
              dag: dag(vraag.tot),
            })}
          </dd>
          {vraag.inhoud.antwoord !== null && (
            <>
              <dt>{t('vraag.antwoord')}</dt>
              <dd className="dw-lopend">{vraag.inhoud.antwoord}</dd>
            </>
          )}
          {vraag.inhoud.reden !== null && (
            <>
              <dt>{t('vraag.reden')}</dt>
              <dd className="dw-lopend">{vraag.inhoud.reden}</dd>
            </>
          )}
          {vraag.inhoud.terugkoppeling !== null && (
            <>
              <dt>{t('vraag.terugkoppeling')}</dt>
              <dd className="dw-lopend">{vraag.inhoud.terugkoppeling}</dd>
            </>
          )}
        </dl>
      )}
      {vraag.stappen.length > 0 && !vraag.naarInhoud && <p className="dw-zacht dw-klein">{t('vraag.eerst')}</p>}
      {failure !== null && (
        <div className="dw-mislukt" role="alert">
          {problemText(failure, t)}
        </div>
      )}
      <div className="dw-knoppen">
        {vraag.stappen.map((staat) => (
          <Button
            key={staat}
            weight={staat === 'geweigerd' || staat === 'herroepen' ? 'subtle' : 'secondary'}
            busy={busy}
            onClick={() => void kies(staat)}
            aria-label={`${t(`vraag.stap.${staat}`)}: ${vraag.inhoud?.tekst ?? ''}`}
          >
            {t(`vraag.stap.${staat}`)}
          </Button>
        ))}
      </div>
      {naar !== null && <AntwoordVorm vraag={vraag} naar={naar} onClose={() => setNaar(null)} />}
    </li>
  );
}

export default function Vragen() {
  const { t } = useLanguage();
  const found = useQuery(mijnVragenQuery);
  const alle = found.data ?? [];
  const wachtend = alle.filter(
    (one) => one.staat === 'gesteld' || one.staat === 'geaccepteerd' || one.staat === 'bekend',
  );
  const open = wachtend.filter((one) => one.inhoud !== null);
  const rest = alle.filter((one) => !open.includes(one));
  return (
    <div className="dw-scherm dw-scherm--stapel">
      <PageHeading title={t('nav.vragen')} />
      <p className="nl-paragraph">{t('vraag.uitleg')}</p>
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && alle.length === 0 && (
        <div className="dw-vlak">
          <Empty title={t('vraag.geen')}>{t('vraag.geen.uitleg')}</Empty>
        </div>
      )}
      {open.length > 0 && (
        <ul className="dw-kaarten" aria-label={t('vraag.open')}>
          {open.map((one) => (
            <Kaart key={one.id} vraag={one} />
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <ul className="dw-kaarten" aria-label={t('vraag.eerder')}>
          {rest.map((one) => (
            <Kaart key={one.id} vraag={one} />
          ))}
        </ul>
      )}
      <p className="dw-zacht">
        <Link to="/gast" className="nl-link">
          {t('basis.tegast')}
        </Link>
      </p>
    </div>
  );
}
