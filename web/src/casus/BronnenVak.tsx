// SPDX-License-Identifier: EUPL-1.2
// Every source consulted: what was asked, on what ground, until when, and what came back.
import { useQueryClient } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Bron, BronNieuw, BronStatus, Id } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { dayOf, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { Empty } from '../basis/states';
import { TermijnChip } from '../basis/termijn';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form } from '../basis/vorm/Form';
import { SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { useBewerking } from '../basis/vorm/useBewerking';
import { RegimeMerk, useRegimes, WieZiet } from '../entiteit/regime';
import { herleesCasus, maakBron, verwijderBron, wijzigBron } from './api';
import { Weghalen } from './Weghalen';

export const BRONSTATUSSEN: readonly BronStatus[] = ['te_vragen', 'gevraagd', 'ontvangen', 'niets_bekend', 'geweigerd'];

type Velden = {
  bronsoort: string;
  vraag: string;
  grondslag: string;
  /** Empty: what belongs to this kind of source. */
  regime: string;
  status: string;
  termijn: string;
  antwoord: string;
};

const velden = (bron?: Bron): Velden => ({
  bronsoort: bron?.bronsoort ?? '',
  vraag: bron?.vraag ?? '',
  grondslag: bron?.grondslag ?? '',
  regime: bron?.regime ?? '',
  status: bron?.status ?? 'te_vragen',
  termijn: bron?.termijn ?? '',
  antwoord: bron?.antwoord ?? '',
});

/** The moments that follow from the status: asked today, answered today, unless they were there already. */
export function metMomenten(v: Partial<Velden>, bron: Bron | undefined, nu: string): Partial<BronNieuw> {
  const { termijn, antwoord, status, regime, ...rest } = v;
  const uit: Partial<BronNieuw> = { ...rest };
  if (regime !== undefined) uit.regime = regime === '' ? null : regime;
  if (termijn !== undefined) uit.termijn = termijn === '' ? null : termijn;
  if (antwoord !== undefined) uit.antwoord = antwoord.trim() === '' ? null : antwoord.trim();
  if (status !== undefined) {
    uit.status = status as BronStatus;
    const gevraagd = status !== 'te_vragen';
    const beantwoord = status === 'ontvangen' || status === 'niets_bekend' || status === 'geweigerd';
    uit.gevraagdOp = gevraagd ? (bron?.gevraagdOp ?? nu) : null;
    uit.antwoordOp = beantwoord ? (bron?.antwoordOp ?? nu) : null;
  }
  return uit;
}

function Vorm({
  casus,
  bron,
  herlees,
  onClose,
}: {
  casus: Id;
  bron?: Bron;
  herlees: () => Promise<Bron[]>;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const { options, name } = useLists();
  const { regimeVan, rollenVan } = useRegimes();
  const client = useQueryClient();
  const labels: Record<keyof Velden, string> = {
    bronsoort: t('casus.bron.soort'),
    vraag: t('casus.bron.vraag'),
    grondslag: t('casus.bron.grondslag'),
    regime: t('casus.bron.regime'),
    status: t('casus.bron.status'),
    termijn: t('casus.bron.termijn'),
    antwoord: t('casus.bron.antwoord'),
  };
  const { form, botsing } = useBewerking<Velden>({
    stand: { velden: velden(bron), versie: bron?.versie ?? 0 },
    labels,
    check: (values) => {
      const errors: FormErrors = {};
      if (values.bronsoort === '') errors.bronsoort = t('casus.bron.fout.soort');
      if (values.vraag.trim() === '') errors.vraag = t('casus.bron.fout.vraag');
      if (values.grondslag.trim() === '') errors.grondslag = t('casus.bron.fout.grondslag');
      const geenDag = dayFault(values.termijn, t);
      if (geenDag !== undefined) errors.termijn = geenDag;
      return errors;
    },
    opslaan: async (gewijzigd, versie) => {
      const nu = new Date().toISOString();
      if (bron === undefined) {
        const alles = metMomenten(form.values, undefined, nu);
        await maakBron(casus, {
          bronsoort: '',
          naam: name('bronsoorten', form.values.bronsoort),
          vraag: '',
          grondslag: '',
          regime: null,
          status: 'te_vragen',
          gevraagdOp: null,
          termijn: null,
          antwoord: null,
          antwoordOp: null,
          ...alles,
        });
      } else await wijzigBron(casus, bron.id, versie, metMomenten(gewijzigd, bron, nu));
      await herleesCasus(client, casus);
      announce(t('casus.bron.opgeslagen'));
      onClose();
    },
    herlees: async () => {
      const nu = (await herlees()).find((one) => one.id === bron?.id);
      return { velden: velden(nu ?? bron), versie: nu?.versie ?? 0 };
    },
    inWoorden: (veld, waarde) =>
      veld === 'bronsoort'
        ? name('bronsoorten', waarde)
        : veld === 'regime'
          ? name('regimes', waarde)
          : veld === 'status'
            ? t(`casus.bron.status.${waarde as BronStatus}`)
            : waarde,
  });
  const { values, on, errors } = form;
  const vast = bron !== undefined && rollenVan(bron.regime) !== null;
  const gewoon = regimeVan(values.bronsoort);
  const regime = values.regime === '' ? gewoon : values.regime;
  return (
    <Dialog title={t(bron === undefined ? 'casus.bron.nieuw' : 'casus.bron.wijzigen')} onClose={onClose} wide>
      <Form form={form}>
        {botsing}
        <div className="dw-kolommen">
          <SelectField
            name="bronsoort"
            label={labels.bronsoort}
            none={t('basis.kies')}
            value={values.bronsoort}
            onChange={on('bronsoort')}
            options={options('bronsoorten')}
            error={errors.bronsoort}
          />
          <SelectField
            name="status"
            label={labels.status}
            value={values.status}
            onChange={on('status')}
            options={BRONSTATUSSEN.map((one) => ({ value: one, label: t(`casus.bron.status.${one}`) }))}
            error={errors.status}
          />
        </div>
        <TextArea
          name="vraag"
          label={labels.vraag}
          hint={t('casus.bron.vraag.hulp')}
          rows={3}
          value={values.vraag}
          onChange={on('vraag')}
          error={errors.vraag}
        />
        <div className="dw-kolommen">
          <TextField
            name="grondslag"
            label={labels.grondslag}
            hint={t('casus.bron.grondslag.hulp')}
            list="grondslagen"
            value={values.grondslag}
            onChange={on('grondslag')}
            error={errors.grondslag}
          />
          <DateField
            name="termijn"
            label={labels.termijn}
            optional
            value={values.termijn}
            onChange={on('termijn')}
            error={errors.termijn}
          />
        </div>
        {!vast && (
          <SelectField
            name="regime"
            label={labels.regime}
            hint={t('casus.bron.regime.hulp')}
            optional
            {...(bron === undefined
              ? {
                  none:
                    gewoon === null
                      ? t('casus.bron.regime.gewoon')
                      : t('casus.bron.regime.zoals', { regime: name('regimes', gewoon) }),
                }
              : {})}
            value={values.regime}
            onChange={on('regime')}
            options={options('regimes').filter((one) => bron === undefined || rollenVan(one.value) === null)}
            error={errors.regime}
          />
        )}
        <WieZiet regime={regime} />
        <datalist id="grondslagen">
          {options('grondslagen').map((one) => (
            <option key={one.value} value={one.label} />
          ))}
        </datalist>
        <TextArea
          name="antwoord"
          label={labels.antwoord}
          hint={t('casus.bron.antwoord.hulp')}
          optional
          rows={4}
          value={values.antwoord}
          onChange={on('antwoord')}
          error={errors.antwoord}
        />
        <div className="dw-knoppen">
          <Button type="submit" weight="primary" busy={form.busy}>
            {t('basis.opslaan')}
          </Button>
          <Button weight="subtle" onClick={onClose}>
            {t('basis.annuleren')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

interface VakProps {
  casus: Id;
  bronnen: readonly Bron[];
  schrijven: boolean;
  herlees: () => Promise<Bron[]>;
}

export function BronnenVak({ casus, bronnen, schrijven, herlees }: VakProps) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const [bewerkt, setBewerkt] = useState<Bron | 'nieuw' | null>(null);
  const [weg, setWeg] = useState<Bron | null>(null);
  return (
    <>
      {schrijven && (
        <div className="dw-knoppen">
          <Button weight="primary" icon={<Plus aria-hidden="true" size={18} />} onClick={() => setBewerkt('nieuw')}>
            {t('casus.bron.nieuw')}
          </Button>
        </div>
      )}
      {bronnen.length === 0 ? (
        <Empty title={t('casus.bron.geen')}>
          <p className="nl-paragraph">{t('casus.bron.geen.uitleg')}</p>
        </Empty>
      ) : (
        <table className="dw-tabel">
          <caption className="dw-onzichtbaar">{t('casus.tab.bronnen')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('casus.bron')}</th>
              <th scope="col">{t('casus.bron.status')}</th>
              <th scope="col">{t('casus.bron.vraagantwoord')}</th>
              <th scope="col">{t('casus.bron.grondslag')}</th>
              {schrijven && (
                <th scope="col">
                  <span className="dw-onzichtbaar">{t('casus.handelingen')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {bronnen.map((bron) => (
              <tr key={bron.id}>
                <th scope="row">
                  <span className="dw-tabel__naam">{bron.naam}</span>
                  <div className="dw-zacht dw-klein">{t(bron.intern ? 'casus.bron.intern' : 'casus.bron.partner')}</div>
                </th>
                <td data-kop={t('casus.bron.status')}>
                  <strong>{t(`casus.bron.status.${bron.status}`)}</strong>
                  {bron.antwoordOp !== null ? (
                    <div className="dw-zacht dw-klein">{formatShortDate(dayOf(bron.antwoordOp), language)}</div>
                  ) : (
                    bron.termijn !== null && (
                      <div>
                        <TermijnChip datum={bron.termijn} />
                      </div>
                    )
                  )}
                </td>
                <td data-kop={t('casus.bron.vraagantwoord')}>
                  <p className="dw-lopend">{bron.vraag}</p>
                  {bron.antwoord !== null && <p className="dw-lopend dw-antwoordtekst">{bron.antwoord}</p>}
                </td>
                <td data-kop={t('casus.bron.grondslag')}>
                  {bron.grondslag}
                  <RegimeMerk regime={bron.regime} />
                </td>
                {schrijven && (
                  <td className="dw-tabel__knoppen">
                    <button
                      type="button"
                      className="dw-knopje"
                      onClick={() => setBewerkt(bron)}
                      aria-label={`${t('casus.bron.wijzigen')}: ${bron.naam}`}
                    >
                      <Pencil aria-hidden="true" size={18} />
                    </button>
                    <button
                      type="button"
                      className="dw-knopje"
                      onClick={() => setWeg(bron)}
                      aria-label={`${t('casus.bron.weg')}: ${bron.naam}`}
                    >
                      <Trash2 aria-hidden="true" size={18} />
                    </button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {weg !== null && (
        <Weghalen
          kop={t('casus.bron.weg')}
          wat={weg.naam}
          uitleg={t('casus.weg.uitleg')}
          doe={async () => {
            await verwijderBron(casus, weg);
            await herleesCasus(client, casus);
          }}
          gedaan={t('casus.bron.verwijderd', { naam: weg.naam })}
          onClose={() => setWeg(null)}
        />
      )}
      {bewerkt !== null && (
        <Vorm
          casus={casus}
          {...(bewerkt === 'nieuw' ? {} : { bron: bewerkt })}
          herlees={herlees}
          onClose={() => setBewerkt(null)}
        />
      )}
    </>
  );
}
