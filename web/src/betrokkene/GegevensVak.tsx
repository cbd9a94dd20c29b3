// SPDX-License-Identifier: EUPL-1.2
// What is about this person, and for each item: give, give in part, or refuse with its ground and a day to look again.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Beslissing, Verzoek, VerzoekGegeven } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { formatShortDate } from '../basis/format';
import { type BerichtId, useLanguage } from '../basis/language';
import { Empty } from '../basis/states';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { RadioField, SelectField, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { besluit } from './api';
import { Herkomst } from './ZoekVak';

const BESLISSINGEN: readonly Beslissing[] = ['toewijzen', 'deels', 'weigeren'];

function Besluiten({ verzoek, gegeven, onClose }: { verzoek: Verzoek; gegeven: VerzoekGegeven; onClose: () => void }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: {
      beslissing: gegeven.beslissing ?? '',
      tekst: gegeven.beslissing === 'deels' ? (gegeven.tekst ?? '') : '',
      grond: gegeven.grond ?? '',
      herzienOp: gegeven.herzienOp ?? '',
    },
    labels: { tekst: t('betrokkene.tekst'), grond: t('betrokkene.grond'), herzienOp: t('betrokkene.herzien') },
    check: (values): FormErrors => {
      const fouten: FormErrors = {};
      if (values.beslissing === '') fouten.beslissing = t('betrokkene.beslissing.fout');
      if (eigenTekst(values.beslissing) && values.tekst.trim() === '') fouten.tekst = t('betrokkene.tekst.fout');
      if (metGrond(values.beslissing)) {
        if (values.grond === '') fouten.grond = t('betrokkene.grond.fout');
        const dag = values.herzienOp === '' ? t('betrokkene.herzien.fout') : dayFault(values.herzienOp, t);
        if (dag !== undefined) fouten.herzienOp = dag;
      }
      return fouten;
    },
    send: async ({ beslissing, tekst, grond, herzienOp }) => {
      await besluit(client, verzoek, gegeven, {
        beslissing: beslissing as Beslissing,
        ...(eigenTekst(beslissing) ? { tekst: tekst.trim() } : {}),
        ...(metGrond(beslissing) ? { grond, herzienOp } : {}),
      });
      announce(t('betrokkene.beslissing.gedaan'));
      onClose();
    },
  });
  const metGrond = (beslissing: string) => beslissing === 'deels' || beslissing === 'weigeren';
  const eigenTekst = (beslissing: string) =>
    beslissing === 'deels' || (beslissing === 'toewijzen' && verzoek.soort === 'rectificatie');
  const { values } = form;
  return (
    <Form form={form}>
      <RadioField
        {...form.field('beslissing')}
        label={t('betrokkene.beslissing')}
        options={BESLISSINGEN.map((one) => ({ value: one, label: t(`betrokkene.beslissing.${one}`) }))}
      />
      {eigenTekst(values.beslissing) && (
        <TextArea
          {...form.field('tekst')}
          label={t('betrokkene.tekst')}
          hint={t('betrokkene.tekst.hulp')}
          rows={4}
          maxLength={20000}
        />
      )}
      {metGrond(values.beslissing) && (
        <>
          <SelectField
            {...form.field('grond')}
            label={t('betrokkene.grond')}
            none={t('betrokkene.grond.kies')}
            options={verzoek.gronden.map((one) => ({
              value: one.code,
              label: `${one.artikel}: ${language === 'en' ? one.naamEn : one.naamNl}`,
            }))}
          />
          <DateField {...form.field('herzienOp')} label={t('betrokkene.herzien')} hint={t('betrokkene.herzien.hulp')} />
        </>
      )}
      <FormButtons form={form} onCancel={onClose}>
        {t('betrokkene.beslissing.opslaan')}
      </FormButtons>
    </Form>
  );
}

function Kaart({ verzoek, gegeven, mag }: { verzoek: Verzoek; gegeven: VerzoekGegeven; mag: boolean }) {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState(false);
  const kaart = useRef<HTMLLIElement>(null);
  const grond = verzoek.gronden.find((one) => one.code === gegeven.grond);
  const kop = t(`betrokkene.vindplaats.${gegeven.soort}` as BerichtId);
  return (
    <li className="dw-vlak dw-kaart" ref={kaart} tabIndex={-1}>
      <h3 className="nl-heading nl-heading--level-4">{kop}</h3>
      <Herkomst wat={gegeven} />
      {gegeven.inhoud !== null && <p className="dw-lopend">{gegeven.inhoud}</p>}
      {gegeven.beslissing !== null && (
        <div className="dw-uitkomst">
          <p>
            <strong>{t(`betrokkene.beslissing.${gegeven.beslissing}`)}</strong>
            {grond !== undefined && ` · ${grond.artikel}`}
            {gegeven.herzienOp !== null &&
              ` · ${t('betrokkene.herzien.op', { dag: formatShortDate(gegeven.herzienOp, language) })}`}
          </p>
          {gegeven.beslissing === 'deels' && <p className="dw-lopend">{gegeven.tekst}</p>}
          {gegeven.veranderd && <p role="alert">{t('fout.gegeven-veranderd')}</p>}
        </div>
      )}
      {mag && !open && (
        <Button
          aria-label={`${t('betrokkene.beslissing.begin')}: ${kop}, ${gegeven.kenmerk}`}
          onClick={() => setOpen(true)}
        >
          {t('betrokkene.beslissing.begin')}
        </Button>
      )}
      {open && (
        <Besluiten
          verzoek={verzoek}
          gegeven={gegeven}
          onClose={() => {
            setOpen(false);
            kaart.current?.focus();
          }}
        />
      )}
    </li>
  );
}

export function GegevensVak({ verzoek, mag }: { verzoek: Verzoek; mag: boolean }) {
  const { t } = useLanguage();
  const eigen = verzoek.gegevens.filter((one) => one.hoort);
  if (eigen.length === 0)
    return <Empty title={t('betrokkene.gegevens.geen')}>{t('betrokkene.gegevens.geen.uitleg')}</Empty>;
  return (
    <ul className="dw-kaarten">
      {eigen.map((one) => (
        <Kaart key={`${one.id} ${one.versie}`} verzoek={verzoek} gegeven={one} mag={mag} />
      ))}
    </ul>
  );
}
