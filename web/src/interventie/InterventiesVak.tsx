// SPDX-License-Identifier: EUPL-1.2
// The intervention plan: who does what, on what ground, when, and what came of it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Doorgifte, Id, Interventie, InterventieNieuw, InterventieStatus } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { dayOf, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { collegasQuery, stamgegevensQuery, useLists } from '../basis/lists';
import { Empty } from '../basis/states';
import { TermijnChip } from '../basis/termijn';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { useBewerking } from '../basis/vorm/useBewerking';
import { herleesCasus } from '../casus/api';
import { Weghalen } from '../casus/Weghalen';
import {
  DoorgifteVelden,
  HerkomstVelden,
  herkomstVan,
  isBijzonder,
  type Keuze,
  LabelRegel,
  RegimeVeld,
} from '../entiteit/label';
import { maakInterventie, verwijderInterventie, wijzigInterventie } from './api';

export const INTERVENTIESTATUSSEN: readonly InterventieStatus[] = ['gepland', 'bezig', 'uitgevoerd', 'vervallen'];

type Velden = {
  type: string;
  omschrijving: string;
  uitvoerder: string;
  eigenaar: string;
  grondslag: string;
  termijn: string;
  status: string;
  resultaat: string;
  uit: string;
  bron: string;
  regime: string;
  doorgifte: string;
  doorgifteReden: string;
};

const velden = (een?: Interventie): Velden => ({
  type: een?.type ?? '',
  omschrijving: een?.omschrijving ?? '',
  uitvoerder: een?.uitvoerder ?? '',
  eigenaar: een?.eigenaar?.id ?? '',
  grondslag: een?.grondslag ?? '',
  termijn: een?.termijn ?? '',
  status: een?.status ?? 'gepland',
  resultaat: een?.resultaat ?? '',
  uit: '',
  bron: een?.bron ?? '',
  regime: een?.regime ?? '',
  doorgifte: een?.doorgifte ?? '',
  doorgifteReden: een?.doorgifteReden ?? '',
});

const OF_NIETS = [
  'eigenaar',
  'grondslag',
  'termijn',
  'resultaat',
  'bron',
  'regime',
  'doorgifte',
  'doorgifteReden',
] as const;

/** What a change says to the server: empty is none; a result carries the day it was written. */
export function inhoudVan(
  v: Partial<Velden>,
  een: Interventie | undefined,
  vandaag: string,
): Partial<InterventieNieuw> {
  const { uit: uitWat, ...rest } = v;
  const uit: Record<string, unknown> = { ...rest };
  if (uitWat !== undefined && uitWat !== '') {
    const { uitBron, uitDocument } = herkomstVan({ uit: uitWat, bron: '', doorgifte: '', doorgifteReden: '' });
    Object.assign(uit, { uitBron, uitDocument });
  }
  for (const naam of OF_NIETS) if (uit[naam] === '') uit[naam] = null;
  if (v.resultaat !== undefined) uit.resultaatOp = v.resultaat.trim() === '' ? null : (een?.resultaatOp ?? vandaag);
  return uit as Partial<InterventieNieuw>;
}

interface VormProps {
  casus: Id;
  een?: Interventie;
  /** Sources and files it can be taken from. */
  keuzes: readonly Keuze[];
  herlees: () => Promise<Interventie[]>;
  onClose: () => void;
}

function Vorm({ casus, een, keuzes, herlees, onClose }: VormProps) {
  const { t, language } = useLanguage();
  const { options, name } = useLists();
  const types = useQuery(stamgegevensQuery).data?.interventietypen ?? [];
  const people = [...(useQuery(collegasQuery).data ?? [])].sort((a, b) => a.naam.localeCompare(b.naam, language));
  const client = useQueryClient();
  const labels: Record<keyof Velden, string> = {
    type: t('interventie.type'),
    omschrijving: t('interventie.omschrijving'),
    uitvoerder: t('interventie.uitvoerder'),
    eigenaar: t('interventie.eigenaar'),
    grondslag: t('interventie.grondslag'),
    termijn: t('interventie.termijn'),
    status: t('interventie.status'),
    resultaat: t('interventie.resultaat'),
    uit: t('label.komtuit'),
    bron: t('label.bron'),
    regime: t('label.regime'),
    doorgifte: t('label.doorgifte'),
    doorgifteReden: t('label.doorgifteReden'),
  };
  const { form, botsing } = useBewerking<Velden>({
    stand: { velden: velden(een), versie: een?.versie ?? 0 },
    labels,
    check: (values) => {
      const errors: FormErrors = {};
      if (values.type === '') errors.type = t('interventie.fout.type');
      if (values.omschrijving.trim() === '') errors.omschrijving = t('interventie.fout.omschrijving');
      if (values.uitvoerder.trim() === '') errors.uitvoerder = t('interventie.fout.uitvoerder');
      const geenDag = dayFault(values.termijn, t);
      if (geenDag !== undefined) errors.termijn = geenDag;
      return errors;
    },
    opslaan: async (gewijzigd, versie) => {
      const vandaag = dayOf(new Date());
      if (een === undefined)
        await maakInterventie(casus, inhoudVan(form.values, undefined, vandaag) as InterventieNieuw);
      else await wijzigInterventie(casus, een.id, versie, inhoudVan(gewijzigd, een, vandaag));
      await herleesCasus(client, casus);
      announce(t('interventie.opgeslagen'));
      onClose();
    },
    herlees: async () => {
      const nu = (await herlees()).find((one) => one.id === een?.id);
      return { velden: velden(nu ?? een), versie: nu?.versie ?? 0 };
    },
    inWoorden: (veld, waarde) => {
      if (veld === 'type') return name('interventietypen', waarde);
      if (veld === 'regime') return name('regimes', waarde);
      if (veld === 'doorgifte') return name('doorgiften', waarde);
      if (veld === 'status') return t(`interventie.status.${waarde as InterventieStatus}`);
      return veld === 'eigenaar' ? (people.find((one) => one.id === waarde)?.naam ?? '') : waarde;
    },
  });
  const { values, set, on, errors } = form;
  const kies = (code: string) => {
    const vorige = types.find((one) => one.code === values.type)?.grondslag ?? '';
    set('type', code);
    if (values.grondslag === '' || values.grondslag === vorige) {
      set('grondslag', types.find((one) => one.code === code)?.grondslag ?? '');
    }
  };
  return (
    <Dialog title={t(een === undefined ? 'interventie.nieuw' : 'interventie.wijzigen')} onClose={onClose} wide>
      <Form form={form}>
        {botsing}
        <div className="dw-kolommen">
          <SelectField
            name="type"
            label={labels.type}
            none={t('basis.kies')}
            value={values.type}
            onChange={kies}
            options={options('interventietypen')}
            error={errors.type}
          />
          <TextField {...form.field('grondslag')} label={labels.grondslag} optional />
        </div>
        <TextArea {...form.field('omschrijving')} label={labels.omschrijving} rows={3} />
        <div className="dw-kolommen">
          <TextField {...form.field('uitvoerder')} label={labels.uitvoerder} hint={t('interventie.uitvoerder.hulp')} />
          <SelectField
            {...form.field('eigenaar')}
            label={labels.eigenaar}
            hint={t('interventie.eigenaar.hulp')}
            optional
            none={t('interventie.niemand')}
            options={people.map((one) => ({ value: one.id, label: one.naam }))}
          />
        </div>
        <div className="dw-kolommen">
          <DateField {...form.field('termijn')} label={labels.termijn} optional />
          <SelectField
            {...form.field('status')}
            label={labels.status}
            options={INTERVENTIESTATUSSEN.map((one) => ({ value: one, label: t(`interventie.status.${one}`) }))}
          />
        </div>
        <TextArea
          {...form.field('resultaat')}
          label={labels.resultaat}
          hint={t('interventie.resultaat.hulp')}
          optional
          rows={3}
        />
        <details className="dw-meer" open={een !== undefined && isBijzonder(een)}>
          <summary>{t('label.vak')}</summary>
          {een === undefined ? (
            <HerkomstVelden
              value={{
                uit: values.uit,
                bron: values.bron,
                doorgifte: values.doorgifte as Doorgifte | '',
                doorgifteReden: values.doorgifteReden,
              }}
              onChange={(herkomst) => {
                for (const naam of ['uit', 'bron', 'doorgifte', 'doorgifteReden'] as const)
                  if (herkomst[naam] !== values[naam]) set(naam, herkomst[naam]);
              }}
              keuzes={keuzes}
              errors={errors}
            />
          ) : (
            <div className="dw-kolommen">
              <TextField {...form.field('bron')} label={labels.bron} optional />
              <DoorgifteVelden
                doorgifte={values.doorgifte as Doorgifte | ''}
                reden={values.doorgifteReden}
                onDoorgifte={on('doorgifte')}
                onReden={on('doorgifteReden')}
                errors={errors}
              />
            </div>
          )}
          <RegimeVeld value={values.regime} onChange={on('regime')} error={errors.regime} />
        </details>
        <FormButtons form={form} onCancel={onClose}>
          {t('basis.opslaan')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

interface VakProps {
  casus: Id;
  interventies: readonly Interventie[];
  /** Sources and files it can be taken from. */
  keuzes: readonly Keuze[];
  schrijven: boolean;
  herlees: () => Promise<Interventie[]>;
}

export function InterventiesVak({ casus, interventies, keuzes, schrijven, herlees }: VakProps) {
  const { t, language } = useLanguage();
  const { name } = useLists();
  const client = useQueryClient();
  const [bewerkt, setBewerkt] = useState<Interventie | 'nieuw' | null>(null);
  const [weg, setWeg] = useState<Interventie | null>(null);
  return (
    <>
      {schrijven && (
        <div className="dw-knoppen">
          <Button weight="primary" icon={<Plus aria-hidden="true" size={18} />} onClick={() => setBewerkt('nieuw')}>
            {t('interventie.nieuw')}
          </Button>
        </div>
      )}
      {interventies.length === 0 ? (
        <Empty title={t('interventie.geen')}>
          <p className="nl-paragraph">{t('interventie.geen.uitleg')}</p>
        </Empty>
      ) : (
        <table className="dw-tabel">
          <caption className="dw-onzichtbaar">{t('interventie.kop')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('interventie.kop')}</th>
              <th scope="col">{t('interventie.wie')}</th>
              <th scope="col">{t('interventie.status')}</th>
              <th scope="col">{t('interventie.resultaat')}</th>
              {schrijven && (
                <th scope="col">
                  <span className="dw-onzichtbaar">{t('casus.handelingen')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {interventies.map((een) => {
              const naam = name('interventietypen', een.type);
              const open = een.status === 'gepland' || een.status === 'bezig';
              return (
                <tr key={een.id}>
                  <th scope="row">
                    <span className="dw-tabel__naam">{naam}</span>
                    <div className="dw-zacht dw-klein">
                      {t(`interventie.categorie.${een.categorie}`)}
                      {een.grondslag !== null && ` · ${een.grondslag}`}
                    </div>
                    <p className="dw-lopend dw-tabel__tekst">{een.omschrijving}</p>
                    {isBijzonder(een) && <LabelRegel feit={een} />}
                  </th>
                  <td data-kop={t('interventie.wie')}>
                    {een.uitvoerder}
                    {een.eigenaar !== null && <div className="dw-zacht dw-klein">{een.eigenaar.naam}</div>}
                  </td>
                  <td data-kop={t('interventie.status')}>
                    <strong>{t(`interventie.status.${een.status}`)}</strong>
                    {open && een.termijn !== null && (
                      <div>
                        <TermijnChip datum={een.termijn} />
                      </div>
                    )}
                  </td>
                  <td data-kop={t('interventie.resultaat')}>
                    {een.resultaat === null ? (
                      <span className="dw-zacht">{t('interventie.resultaat.geen')}</span>
                    ) : (
                      <>
                        <p className="dw-lopend">{een.resultaat}</p>
                        {een.resultaatOp !== null && (
                          <div className="dw-zacht dw-klein">{formatShortDate(een.resultaatOp, language)}</div>
                        )}
                      </>
                    )}
                  </td>
                  {schrijven && (
                    <td className="dw-tabel__knoppen">
                      <button
                        type="button"
                        className="dw-knopje"
                        onClick={() => setBewerkt(een)}
                        aria-label={`${t('interventie.wijzigen')}: ${naam}`}
                      >
                        <Pencil aria-hidden="true" size={18} />
                      </button>
                      <button
                        type="button"
                        className="dw-knopje"
                        onClick={() => setWeg(een)}
                        aria-label={`${t('interventie.weg')}: ${naam}`}
                      >
                        <Trash2 aria-hidden="true" size={18} />
                      </button>
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {weg !== null && (
        <Weghalen
          kop={t('interventie.weg')}
          wat={`${name('interventietypen', weg.type)}: ${weg.omschrijving}`}
          uitleg={t('casus.weg.uitleg')}
          doe={async () => {
            await verwijderInterventie(casus, weg);
            await herleesCasus(client, casus);
          }}
          gedaan={t('interventie.verwijderd')}
          onClose={() => setWeg(null)}
        />
      )}
      {bewerkt !== null && (
        <Vorm
          casus={casus}
          keuzes={keuzes}
          {...(bewerkt === 'nieuw' ? {} : { een: bewerkt })}
          herlees={herlees}
          onClose={() => setBewerkt(null)}
        />
      )}
    </>
  );
}
