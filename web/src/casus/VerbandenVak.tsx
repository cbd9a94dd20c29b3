// SPDX-License-Identifier: EUPL-1.2
// Who and what in the casus belong together, and which source says so.
import { useQueryClient } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { Id, Verband, VerbandBron, VerbandNieuw, VermeldingSoort } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists, useVerbandsoorten } from '../basis/lists';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import {
  GEEN_HERKOMST,
  type Herkomstkeuze,
  HerkomstVelden,
  herkomstVan,
  type Keuze,
  LabelRegel,
} from '../entiteit/label';
import { herleesCasus, verwijderVerband, voegVerbandToe, wijzigVerband } from './api';
import { Weghalen } from './Weghalen';

export interface Genoemd {
  id: Id;
  soort: VermeldingSoort;
  tekst: string;
}

interface Velden {
  wie: string;
  soort: string;
  wat: string;
  geldigVan: string;
  geldigTot: string;
  toelichting: string;
  herkomst: Herkomstkeuze;
  [veld: string]: unknown;
}

/** Which tie a new row belongs to, or which row changes. */
type Doel = { verband?: Verband; rij?: VerbandBron };

interface VormProps {
  casus: Id;
  doel: Doel;
  genoemd: readonly Genoemd[];
  keuzes: readonly Keuze[];
  onClose: () => void;
}

function Vorm({ casus, doel, genoemd, keuzes, onClose }: VormProps) {
  const { t } = useLanguage();
  const { name } = useLists();
  const soorten = useVerbandsoorten();
  const client = useQueryClient();
  const { verband, rij } = doel;
  const form = useForm<Velden>({
    initial: {
      wie: verband?.wie.vermelding ?? '',
      soort: verband?.soort ?? '',
      wat: verband?.wat.vermelding ?? '',
      geldigVan: rij?.geldigVan ?? '',
      geldigTot: rij?.geldigTot ?? '',
      toelichting: rij?.toelichting ?? '',
      herkomst:
        rij === undefined
          ? GEEN_HERKOMST
          : { uit: '', bron: rij.bron, doorgifte: rij.doorgifte, doorgifteReden: rij.doorgifteReden ?? '' },
    },
    labels: {
      geldigVan: t('casus.verband.geldigvan'),
      geldigTot: t('casus.verband.geldigtot'),
      toelichting: t('casus.verband.toelichting'),
    },
    check: (values) => {
      const errors: FormErrors = {};
      if (values.wie === '') errors.wie = t('casus.verband.fout.wie');
      if (values.soort === '') errors.soort = t('casus.verband.fout.soort');
      if (values.wat === '') errors.wat = t('casus.verband.fout.wat');
      for (const veld of ['geldigVan', 'geldigTot'] as const) {
        const fout = dayFault(values[veld], t);
        if (fout !== undefined) errors[veld] = fout;
      }
      return errors;
    },
    send: async ({ wie, soort, wat, geldigVan, geldigTot, toelichting, herkomst }) => {
      const { uitBron, uitDocument, ...label } = herkomstVan(herkomst);
      const inhoud = {
        geldigVan: geldigVan === '' ? null : geldigVan,
        geldigTot: geldigTot === '' ? null : geldigTot,
        toelichting: toelichting.trim() === '' ? null : toelichting.trim(),
        ...label,
      };
      if (rij !== undefined) await wijzigVerband(casus, rij, inhoud);
      else await voegVerbandToe(casus, { wie, soort, wat, uitBron, uitDocument, ...inhoud } satisfies VerbandNieuw);
      await herleesCasus(client, casus);
      announce(t('casus.verband.opgeslagen'));
      onClose();
    },
  });
  const { values, on, errors } = form;
  const past = (rol: 'wie' | 'wat', code: string) => soorten.find((one) => one.code === code)?.[rol] ?? [];
  const eind = (id: string) => genoemd.find((one) => one.id === id);
  const wie = eind(values.wie);
  const mogelijk = soorten.filter((one) => wie === undefined || one.wie.includes(wie.soort));
  const optie = (one: Genoemd) => ({ value: one.id, label: `${one.tekst} (${t(`entiteit.soort.${one.soort}`)})` });
  const watten = genoemd.filter(
    (one) => one.id !== values.wie && (values.soort === '' || past('wat', values.soort).includes(one.soort)),
  );
  return (
    <Dialog title={t(rij === undefined ? 'casus.verband.nieuw' : 'casus.verband.wijzigen')} onClose={onClose} wide>
      <Form form={form}>
        {verband === undefined ? (
          <div className="dw-kolommen">
            <SelectField
              name="wie"
              label={t('casus.verband.wie')}
              none={t('basis.kies')}
              value={values.wie}
              onChange={(nieuw) => form.replace({ ...values, wie: nieuw, soort: '', wat: '' })}
              options={genoemd.filter((one) => soorten.some((soort) => soort.wie.includes(one.soort))).map(optie)}
              error={errors.wie}
            />
            <SelectField
              name="soort"
              label={t('casus.verband.soort')}
              none={t('basis.kies')}
              value={values.soort}
              onChange={(nieuw) => form.replace({ ...values, soort: nieuw, wat: '' })}
              options={mogelijk.map((one) => ({ value: one.code, label: name('verbandsoorten', one.code) }))}
              error={errors.soort}
            />
            <SelectField
              {...form.field('wat')}
              label={t('casus.verband.wat')}
              none={t('basis.kies')}
              options={watten.map(optie)}
            />
          </div>
        ) : (
          <p className="nl-paragraph">
            <Zin verband={verband} />
          </p>
        )}
        <HerkomstVelden
          value={values.herkomst}
          onChange={on('herkomst')}
          keuzes={rij === undefined ? keuzes : []}
          errors={errors}
        />
        <div className="dw-kolommen">
          <DateField {...form.field('geldigVan')} label={t('casus.verband.geldigvan')} optional />
          <DateField {...form.field('geldigTot')} label={t('casus.verband.geldigtot')} optional />
        </div>
        <TextArea {...form.field('toelichting')} label={t('casus.verband.toelichting')} optional rows={2} />
        <FormButtons form={form} onCancel={onClose}>
          {t('basis.opslaan')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

/** "Jansen is bestuurder van Kade BV". */
function Zin({ verband: { wie, soort, wat } }: { verband: Verband }) {
  const { name } = useLists();
  return (
    <>
      <strong>{wie.tekst}</strong> {name('verbandsoorten', soort)} <strong>{wat.tekst}</strong>
    </>
  );
}

function usePeriode(): (rij: VerbandBron) => string | null {
  const { t, language } = useLanguage();
  return ({ geldigVan, geldigTot }) => {
    const van = geldigVan === null ? null : formatShortDate(geldigVan, language);
    const tot = geldigTot === null ? null : formatShortDate(geldigTot, language);
    if (van !== null && tot !== null) return t('casus.verband.vantot', { van, tot });
    if (van !== null) return t('casus.verband.sinds', { van });
    return tot === null ? null : t('casus.verband.tot', { tot });
  };
}

interface VakProps {
  casus: Id;
  verbanden: readonly Verband[];
  /** All that the casus and its signalen mention. */
  genoemd: readonly Genoemd[];
  keuzes: readonly Keuze[];
  schrijven: boolean;
}

export function VerbandenVak({ casus, verbanden, genoemd, keuzes, schrijven }: VakProps) {
  const { t } = useLanguage();
  const { name } = useLists();
  const client = useQueryClient();
  const periode = usePeriode();
  const id = useId();
  const [doel, setDoel] = useState<Doel | null>(null);
  const [weg, setWeg] = useState<{ verband: Verband; rij: VerbandBron } | null>(null);
  const woorden = ({ wie, soort, wat }: Verband) => `${wie.tekst} ${name('verbandsoorten', soort)} ${wat.tekst}`;
  return (
    <>
      {verbanden.length === 0 ? (
        <p className="dw-zacht">{t('casus.verband.geen')}</p>
      ) : (
        <ul className="dw-verbanden">
          {verbanden.map((one, nummer) => (
            <li key={`${one.soort} ${one.wie.vermelding} ${one.wat.vermelding}`}>
              <div className="dw-verband__zin" id={`${id}-${nummer}`}>
                <Zin verband={one} />
              </div>
              {one.bronnen.length > 1 && (
                <div className="dw-zacht dw-klein">
                  {t('casus.verband.samen', {
                    regime: name('regimes', one.regime),
                    doorgifte: name('doorgiften', one.doorgifte),
                  })}
                </div>
              )}
              <ul className="dw-verband__bronnen" aria-labelledby={`${id}-${nummer}`}>
                {one.bronnen.map((rij) => (
                  <li key={rij.id}>
                    <div className="dw-vermelding__tekst">
                      {periode(rij) !== null && <div>{periode(rij)}</div>}
                      {rij.toelichting !== null && <div className="dw-lopend">{rij.toelichting}</div>}
                      <LabelRegel feit={rij} />
                    </div>
                    {schrijven && (
                      <>
                        <button
                          type="button"
                          className="dw-knopje"
                          onClick={() => setDoel({ verband: one, rij })}
                          aria-label={`${t('casus.verband.wijzigen')}: ${woorden(one)}, ${rij.bron}`}
                        >
                          <Pencil aria-hidden="true" size={18} />
                        </button>
                        <button
                          type="button"
                          className="dw-knopje"
                          onClick={() => setWeg({ verband: one, rij })}
                          aria-label={`${t('casus.verband.weg')}: ${woorden(one)}, ${rij.bron}`}
                        >
                          <Trash2 aria-hidden="true" size={18} />
                        </button>
                      </>
                    )}
                  </li>
                ))}
              </ul>
              {schrijven && (
                <Button
                  weight="subtle"
                  icon={<Plus aria-hidden="true" size={18} />}
                  onClick={() => setDoel({ verband: one })}
                  aria-label={`${t('casus.verband.bronerbij')}: ${woorden(one)}`}
                >
                  {t('casus.verband.bronerbij')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {schrijven && genoemd.length > 1 && (
        <Button icon={<Plus aria-hidden="true" size={18} />} onClick={() => setDoel({})}>
          {t('casus.verband.nieuw')}
        </Button>
      )}
      {doel !== null && (
        <Vorm casus={casus} doel={doel} genoemd={genoemd} keuzes={keuzes} onClose={() => setDoel(null)} />
      )}
      {weg !== null && (
        <Weghalen
          kop={t('casus.verband.weg')}
          wat={weg.rij.bron === '' ? woorden(weg.verband) : `${woorden(weg.verband)} (${weg.rij.bron})`}
          uitleg={t('casus.weg.uitleg')}
          doe={async () => {
            await verwijderVerband(casus, weg.rij);
            await herleesCasus(client, casus);
          }}
          gedaan={t('casus.verband.verwijderd')}
          onClose={() => setWeg(null)}
        />
      )}
    </>
  );
}
