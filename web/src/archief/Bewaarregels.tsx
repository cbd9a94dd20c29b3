// SPDX-License-Identifier: EUPL-1.2
// How long what is kept: the municipality's own rules by kind and result, from a day on. A rule is never changed; a later one
// takes over, and what was closed before keeps its term.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Bewaarregel, Bewaarsoort } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { dayOf, formatShortDate } from '../basis/format';
import { type Translate, useLanguage } from '../basis/language';
import { useRight } from '../basis/session';
import { Failed, Loading } from '../basis/states';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { bewaarregelsQuery, herlees, stelRegelVast } from './api';

/** What may end how. */
const RESULTATEN = {
  casus: ['met_maatregel', 'zonder_maatregel'],
  signaal: ['niet_opgepakt', 'doorgestuurd', 'duplicaat', 'afgehandeld'],
  verzoek: ['afgerond', 'ingetrokken'],
  overleg: ['intern', 'met_derden'],
  aanmelding: ['gegevens'],
  logboek: ['audit', 'verwerking'],
} as const satisfies Record<Bewaarsoort, readonly string[]>;
type Waarvan = { [S in Bewaarsoort]: `${S}.${(typeof RESULTATEN)[S][number]}` }[Bewaarsoort];
const ALLE = (Object.keys(RESULTATEN) as Bewaarsoort[]).flatMap((soort) =>
  RESULTATEN[soort].map((resultaat) => `${soort}.${resultaat}` as Waarvan),
);

function duur(maanden: number, t: Translate): string {
  return maanden % 12 === 0
    ? t('archief.regel.jaren', { aantal: maanden / 12 })
    : t('archief.regel.maanden', { aantal: maanden });
}

function Vaststellen({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { waarvan: '', geldigVan: '', maanden: '', grond: '', nummer: '', waarom: '' },
    labels: {
      waarvan: t('archief.regel.waarvan'),
      geldigVan: t('archief.regel.vanaf'),
      maanden: t('archief.regel.termijn'),
      grond: t('archief.regel.grond'),
      nummer: t('archief.regel.nummer'),
      waarom: t('archief.regel.reden'),
    },
    check: (values): FormErrors => {
      const vanaf = values.geldigVan === '' ? t('archief.regel.vol') : dayFault(values.geldigVan, t);
      const vol = (waarde: string) => waarde.trim().length >= 5;
      return {
        ...(values.waarvan === '' ? { waarvan: t('archief.regel.vol') } : {}),
        ...(vanaf === undefined ? {} : { geldigVan: vanaf }),
        ...(/^[1-9]\d{0,3}$/.test(values.maanden.trim()) ? {} : { maanden: t('archief.regel.termijn.fout') }),
        ...(vol(values.grond) ? {} : { grond: t('archief.regel.kort') }),
        ...(vol(values.waarom) ? {} : { waarom: t('archief.regel.kort') }),
      };
    },
    send: async ({ waarvan, geldigVan, maanden, grond, nummer, waarom }) => {
      const [soort = '', resultaat = ''] = waarvan.split('.');
      await stelRegelVast({
        soort,
        resultaat,
        geldigVan,
        maanden: Number(maanden),
        grond: grond.trim(),
        nummer: nummer.trim() === '' ? null : nummer.trim(),
        reden: waarom.trim(),
      });
      announce(t('archief.regel.gedaan'));
      await herlees(client);
      onClose();
    },
  });
  return (
    <Form form={form} className="dw-notitie">
      <div className="dw-kolommen">
        <SelectField
          {...form.field('waarvan')}
          none={t('basis.kies')}
          label={t('archief.regel.waarvan')}
          options={ALLE.map((one) => ({ value: one, label: t(`archief.regel.${one}`) }))}
        />
        <TextField {...form.field('maanden')} label={t('archief.regel.termijn')} inputMode="numeric" maxLength={4} />
        <DateField {...form.field('geldigVan')} label={t('archief.regel.vanaf')} hint={t('archief.regel.vanaf.hulp')} />
        <TextField {...form.field('nummer')} label={t('archief.regel.nummer')} optional maxLength={20} />
      </div>
      <TextField
        {...form.field('grond')}
        label={t('archief.regel.grond')}
        hint={t('archief.regel.grond.hulp')}
        maxLength={300}
      />
      <TextArea {...form.field('waarom')} label={t('archief.regel.reden')} maxLength={1000} />
      <FormButtons form={form} onCancel={onClose}>
        {t('archief.regel.doe')}
      </FormButtons>
    </Form>
  );
}

function Regel({ regel }: { regel: Bewaarregel }) {
  const { t, language } = useLanguage();
  const { door, op } = regel;
  return (
    <tr>
      <th scope="row">{t(`archief.regel.${`${regel.soort}.${regel.resultaat}` as Waarvan}`)}</th>
      <td data-kop={t('archief.regel.termijn.kort')}>{duur(regel.maanden, t)}</td>
      <td data-kop={t('archief.regel.vanaf')}>
        {formatShortDate(regel.geldigVan, language)}
        {regel.geldtNu && <div className="dw-zacht dw-klein">{t('archief.regel.nu')}</div>}
      </td>
      <td data-kop={t('archief.regel.grond')}>
        {regel.grond}
        {regel.nummer !== '' && ` (${t('archief.regel.selectielijst', { nummer: regel.nummer })})`}
        <div className="dw-zacht dw-klein">
          {door === null || op === null
            ? t('archief.regel.meegeleverd')
            : t('archief.regel.door', { naam: door.naam, dag: formatShortDate(dayOf(op), language) })}
          {regel.reden !== null && `: ${regel.reden}`}
        </div>
      </td>
    </tr>
  );
}

export function Bewaarregels() {
  const { t } = useLanguage();
  const found = useQuery(bewaarregelsQuery);
  const maySet = useRight('archief.regels');
  const [bezig, setBezig] = useState(false);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  return (
    <>
      <table className="dw-tabel">
        <caption className="dw-onzichtbaar">{t('archief.regels.kop')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('archief.regel.waarvan')}</th>
            <th scope="col">{t('archief.regel.termijn.kort')}</th>
            <th scope="col">{t('archief.regel.vanaf')}</th>
            <th scope="col">{t('archief.regel.grond')}</th>
          </tr>
        </thead>
        <tbody>
          {found.data.map((one) => (
            <Regel key={`${one.soort} ${one.resultaat} ${one.geldigVan}`} regel={one} />
          ))}
        </tbody>
      </table>
      {maySet && !bezig && (
        <div className="dw-knoppen">
          <Button onClick={() => setBezig(true)}>{t('archief.regel.nieuw')}</Button>
        </div>
      )}
      {bezig && <Vaststellen onClose={() => setBezig(false)} />}
    </>
  );
}
