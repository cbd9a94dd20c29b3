// SPDX-License-Identifier: EUPL-1.2
// What a plan in this theme may begin with. Nothing of it stands in the casus until somebody takes a line over, in the words he
// leaves it in.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { Dossier, Sjablooninhoud } from '../api/typen';
import { announce } from '../basis/announce';
import { api, unwrap } from '../basis/api';
import { Button } from '../basis/button';
import { now } from '../basis/clock';
import { dayOf } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { useSession } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { herleesCasus, maakBron, wijzigPlan } from '../casus/api';
import { sjablonenQuery } from './api';
import './aanpak.css';

const DAG = 86_400_000;

interface OverneemProps {
  dossier: Dossier;
  regel: Regel;
  onClose: () => void;
}
type Regel =
  | { deel: 'hypothese' | 'doel' | 'strategie'; tekst: string }
  | { deel: 'bron'; bronsoort: string; tekst: string; grondslag: string }
  | { deel: 'interventie'; type: string; tekst: string }
  | { deel: 'stap'; tekst: string; dagen: number };

/** Whether this line stands in the casus already, in these words or as this kind. */
export function staatErAl({ casus, bronnen, interventies, acties }: Dossier, regel: Regel): boolean {
  if (regel.deel === 'bron') return bronnen.some((one) => one.bronsoort === regel.bronsoort);
  if (regel.deel === 'interventie') return interventies.some((one) => one.type === regel.type);
  if (regel.deel === 'stap') return acties.some((one) => one.wat === regel.tekst);
  return casus.plan[regel.deel].includes(regel.tekst);
}

function Overnemen({ dossier, regel, onClose }: OverneemProps) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const { casus } = dossier;
  const actie = regel.deel === 'stap';
  const ingreep = regel.deel === 'interventie';
  const form = useForm({
    initial: {
      tekst: regel.tekst,
      uitvoerder: '',
      eigenaar: casus.trekker.id,
      datum: actie ? dayOf(new Date(now().getTime() + regel.dagen * DAG)) : '',
    },
    check: (v): FormErrors => {
      const dag = actie ? (v.datum === '' ? t('aanpak.sjabloon.dag.fout') : dayFault(v.datum, t)) : undefined;
      return {
        ...(v.tekst.trim() === '' ? { tekst: t('aanpak.sjabloon.tekst.fout') } : {}),
        ...(ingreep && v.uitvoerder.trim() === '' ? { uitvoerder: t('aanpak.sjabloon.uitvoerder.fout') } : {}),
        ...(dag === undefined ? {} : { datum: dag }),
      };
    },
    send: async (v) => {
      const tekst = v.tekst.trim();
      if (regel.deel === 'bron') {
        await maakBron(casus.id, {
          bronsoort: regel.bronsoort,
          naam: '',
          vraag: tekst,
          grondslag: regel.grondslag,
          regime: null,
          status: 'te_vragen',
          gevraagdOp: null,
          termijn: null,
          antwoord: null,
          antwoordOp: null,
          peildatum: null,
          doorgifte: null,
          doorgifteReden: null,
        });
      } else if (regel.deel === 'interventie') {
        const body = {
          type: regel.type,
          omschrijving: tekst,
          uitvoerder: v.uitvoerder.trim(),
          eigenaar: null,
          grondslag: null,
          termijn: null,
          status: 'gepland' as const,
          resultaat: null,
          resultaatOp: null,
        };
        await unwrap(api.POST('/v1/casussen/{id}/interventies', { params: { path: { id: casus.id } }, body }));
      } else if (regel.deel === 'stap') {
        const body = { wat: tekst, eigenaar: v.eigenaar, datum: v.datum };
        await unwrap(api.POST('/v1/casussen/{id}/acties', { params: { path: { id: casus.id } }, body }));
      } else {
        const was = casus.plan[regel.deel];
        const nieuw = was === '' ? tekst : `${was}\n${tekst}`;
        await wijzigPlan(casus.id, casus.plan.versie, { [regel.deel]: nieuw });
      }
      await herleesCasus(client, casus.id);
      announce(t('aanpak.sjabloon.gedaan'));
      onClose();
    },
  });
  const leden = [...casus.leden].sort((a, b) => a.gebruiker.naam.localeCompare(b.gebruiker.naam, language));
  return (
    <Form form={form}>
      <TextArea
        {...form.field('tekst')}
        label={t(`aanpak.sjabloon.overnemen.${regel.deel}`)}
        hint={t('aanpak.sjabloon.overnemen.hulp')}
        rows={3}
        maxLength={1000}
      />
      {ingreep && <TextField {...form.field('uitvoerder')} label={t('aanpak.sjabloon.uitvoerder')} />}
      {actie && (
        <div className="dw-kolommen">
          <SelectField
            name="eigenaar"
            label={t('aanpak.sjabloon.wie')}
            value={form.values.eigenaar}
            onChange={form.on('eigenaar')}
            options={leden.map((one) => ({ value: one.gebruiker.id, label: one.gebruiker.naam }))}
          />
          <DateField {...form.field('datum')} label={t('aanpak.sjabloon.dag')} />
        </div>
      )}
      <FormButtons form={form} onCancel={onClose}>
        {t('aanpak.sjabloon.zet')}
      </FormButtons>
    </Form>
  );
}

function RegelItem({
  dossier,
  regel,
  mag,
  erbij,
}: {
  dossier: Dossier;
  regel: Regel;
  mag: boolean;
  erbij?: ReactNode;
}) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const plek = useRef<HTMLLIElement>(null);
  const al = staatErAl(dossier, regel);
  return (
    <li ref={plek} tabIndex={-1} className="dw-sjabloonregel">
      <div>
        {erbij}
        <p className="dw-lopend">{regel.tekst}</p>
      </div>
      {al ? (
        <span className="dw-zacht dw-klein">
          <Check aria-hidden="true" size={16} /> {t('aanpak.sjabloon.al')}
        </span>
      ) : (
        mag &&
        !open && (
          <Button aria-label={`${t('aanpak.sjabloon.neemover')}: ${regel.tekst}`} onClick={() => setOpen(true)}>
            {t('aanpak.sjabloon.neemover')}
          </Button>
        )
      )}
      {open && !al && (
        <Overnemen
          dossier={dossier}
          regel={regel}
          onClose={() => {
            setOpen(false);
            plek.current?.focus();
          }}
        />
      )}
    </li>
  );
}

const regelsVan = (inhoud: Sjablooninhoud): { deel: string; regels: Regel[] }[] => [
  { deel: 'hypothese', regels: inhoud.hypothese === '' ? [] : [{ deel: 'hypothese', tekst: inhoud.hypothese }] },
  { deel: 'doel', regels: inhoud.doelen.map((tekst) => ({ deel: 'doel', tekst })) },
  { deel: 'strategie', regels: inhoud.strategieen.map((tekst) => ({ deel: 'strategie', tekst })) },
  { deel: 'bron', regels: inhoud.bronnen.map(({ vraag, ...rest }) => ({ deel: 'bron', tekst: vraag, ...rest })) },
  {
    deel: 'interventie',
    regels: inhoud.interventies.map(({ type, omschrijving }) => ({ deel: 'interventie', type, tekst: omschrijving })),
  },
  { deel: 'stap', regels: inhoud.stappen.map(({ wat, dagen }) => ({ deel: 'stap', tekst: wat, dagen })) },
];

export function SjabloonVak({ dossier, schrijven }: { dossier: Dossier; schrijven: boolean }) {
  const { t, language } = useLanguage();
  const { name } = useLists();
  const { rechten } = useSession();
  const found = useQuery(sjablonenQuery);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const sjabloon = found.data.find((one) => one.thema === dossier.casus.thema);
  if (sjabloon === undefined)
    return <Empty title={t('aanpak.sjabloon.geen')}>{t('aanpak.sjabloon.geen.uitleg')}</Empty>;
  const mag = (deel: string) =>
    schrijven &&
    (deel === 'interventie'
      ? rechten.includes('interventie.schrijven')
      : deel !== 'stap' || rechten.includes('actie.schrijven'));
  return (
    <>
      <p className="nl-paragraph">{t('aanpak.sjabloon.uitleg', { thema: name('themas', dossier.casus.thema) })}</p>
      {regelsVan(sjabloon[language])
        .filter((one) => one.regels.length > 0)
        .map(({ deel, regels }) => (
          <section key={deel}>
            <h3 className="nl-heading nl-heading--level-4 dw-tussenkop">
              {t(`aanpak.sjabloon.deel.${deel as Regel['deel']}`)}
            </h3>
            <ul className="dw-sjabloon">
              {regels.map((regel) => (
                <RegelItem
                  key={`${deel}-${regel.tekst}`}
                  dossier={dossier}
                  regel={regel}
                  mag={mag(deel)}
                  erbij={
                    regel.deel === 'bron' ? (
                      <strong>{name('bronsoorten', regel.bronsoort)}</strong>
                    ) : regel.deel === 'interventie' ? (
                      <strong>{name('interventietypen', regel.type)}</strong>
                    ) : regel.deel === 'stap' ? (
                      <strong>{t('aanpak.sjabloon.dagen', { dagen: regel.dagen })}</strong>
                    ) : undefined
                  }
                />
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}
