// SPDX-License-Identifier: EUPL-1.2
// The templates of the themes: as shipped, or the organisation's own words.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Sjabloon, Sjablooninhoud } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { useSession } from '../basis/session';
import { Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { Keuze } from '../casus/Keuze';
import { Weghalen } from '../casus/Weghalen';
import { sjablonenQuery, stelSjabloonVast, zetSjabloonTerug } from './api';
import { Werkwijze } from './Werkwijze';
import '../basis/stijl/vakken.css';
import '../casus/casus.css';

const regels = (tekst: string): string[] =>
  tekst
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Rows of a list, each with a button to take it out, and one to add another. */
function Rijen<R>({
  kop,
  rijen,
  leeg,
  zet,
  rij,
}: {
  kop: string;
  rijen: readonly R[];
  leeg: R;
  zet: (rijen: R[]) => void;
  rij: (een: R, nummer: number, wijzig: (een: R) => void) => ReactNode;
}) {
  const { t } = useLanguage();
  return (
    <fieldset className="dw-groep">
      <legend className="utrecht-form-label">{kop}</legend>
      {rijen.map((een, nummer) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
        <div key={nummer} className="dw-sjabloonrij">
          {rij(een, nummer, (nieuw) => zet(rijen.map((oud, i) => (i === nummer ? nieuw : oud))))}
          <button
            type="button"
            className="dw-knopje"
            aria-label={t('aanpak.rij.weg', { wat: kop, nummer: nummer + 1 })}
            onClick={() => zet(rijen.filter((_, i) => i !== nummer))}
          >
            <Trash2 aria-hidden="true" size={18} />
          </button>
        </div>
      ))}
      <Button weight="subtle" icon={<Plus aria-hidden="true" size={16} />} onClick={() => zet([...rijen, leeg])}>
        {t('aanpak.rij.erbij')}
      </Button>
    </fieldset>
  );
}

function Bewerken({ sjabloon, inhoud, onClose }: { sjabloon: Sjabloon; inhoud: Sjablooninhoud; onClose: () => void }) {
  const { t } = useLanguage();
  const { options } = useLists();
  const client = useQueryClient();
  const form = useForm({
    initial: {
      hypothese: inhoud.hypothese,
      doelen: inhoud.doelen.join('\n'),
      strategieen: inhoud.strategieen.join('\n'),
      bronnen: inhoud.bronnen,
      interventies: inhoud.interventies,
      stappen: inhoud.stappen.map((one) => ({ wat: one.wat, dagen: String(one.dagen) })),
    },
    check: (v): FormErrors => ({
      ...Object.fromEntries(
        v.bronnen.flatMap((one, i) =>
          one.bronsoort === '' || one.vraag.trim() === '' || one.grondslag.trim() === ''
            ? [[`bronnen.${i}.vraag`, t('aanpak.sjabloon.rij.fout')]]
            : [],
        ),
      ),
      ...Object.fromEntries(
        v.interventies.flatMap((one, i) =>
          one.type === '' || one.omschrijving.trim() === ''
            ? [[`interventies.${i}.omschrijving`, t('aanpak.sjabloon.rij.fout')]]
            : [],
        ),
      ),
      ...Object.fromEntries(
        v.stappen.flatMap((one, i) =>
          one.wat.trim() === '' || !/^[1-9]\d{0,2}$/.test(one.dagen.trim()) || Number(one.dagen) > 730
            ? [[`stappen.${i}.wat`, t('aanpak.sjabloon.stap.fout')]]
            : [],
        ),
      ),
    }),
    send: async (v) => {
      await stelSjabloonVast(client, sjabloon.versie, {
        thema: sjabloon.thema,
        inhoud: {
          hypothese: v.hypothese.trim(),
          doelen: regels(v.doelen),
          strategieen: regels(v.strategieen),
          bronnen: v.bronnen,
          interventies: v.interventies,
          stappen: v.stappen.map((one) => ({ wat: one.wat.trim(), dagen: Number(one.dagen) })),
        },
      });
      announce(t('aanpak.sjabloon.vastgesteld'));
      onClose();
    },
  });
  const { values, on, errors } = form;
  return (
    <Form form={form}>
      <p className="nl-paragraph">{t('aanpak.sjabloon.bewerken')}</p>
      <TextArea
        {...form.field('hypothese')}
        label={t('aanpak.sjabloon.deel.hypothese')}
        optional
        rows={2}
        maxLength={2000}
      />
      {(['doelen', 'strategieen'] as const).map((one) => (
        <TextArea
          key={one}
          name={one}
          label={t(one === 'doelen' ? 'aanpak.sjabloon.deel.doel' : 'aanpak.sjabloon.deel.strategie')}
          hint={t('aanpak.sjabloon.perregel')}
          optional
          rows={3}
          value={values[one]}
          onChange={on(one)}
          error={errors[one]}
        />
      ))}
      <Rijen
        kop={t('aanpak.sjabloon.deel.bron')}
        rijen={values.bronnen}
        leeg={{ bronsoort: '', vraag: '', grondslag: '' }}
        zet={on('bronnen')}
        rij={(een, i, wijzig) => (
          <>
            <SelectField
              name={`bronnen.${i}.bronsoort`}
              label={t('aanpak.sjabloon.bronsoort')}
              none={t('basis.kies')}
              value={een.bronsoort}
              onChange={(bronsoort) => wijzig({ ...een, bronsoort })}
              options={options('bronsoorten')}
            />
            <TextField
              name={`bronnen.${i}.vraag`}
              label={t('aanpak.sjabloon.vraag')}
              maxLength={1000}
              value={een.vraag}
              onChange={(vraag) => wijzig({ ...een, vraag })}
              error={errors[`bronnen.${i}.vraag`]}
            />
            <TextField
              name={`bronnen.${i}.grondslag`}
              label={t('aanpak.sjabloon.grondslag')}
              maxLength={200}
              value={een.grondslag}
              onChange={(grondslag) => wijzig({ ...een, grondslag })}
            />
          </>
        )}
      />
      <Rijen
        kop={t('aanpak.sjabloon.deel.interventie')}
        rijen={values.interventies}
        leeg={{ type: '', omschrijving: '' }}
        zet={on('interventies')}
        rij={(een, i, wijzig) => (
          <>
            <SelectField
              name={`interventies.${i}.type`}
              label={t('aanpak.sjabloon.type')}
              none={t('basis.kies')}
              value={een.type}
              onChange={(type) => wijzig({ ...een, type })}
              options={options('interventietypen')}
            />
            <TextField
              name={`interventies.${i}.omschrijving`}
              label={t('aanpak.sjabloon.omschrijving')}
              maxLength={1000}
              value={een.omschrijving}
              onChange={(omschrijving) => wijzig({ ...een, omschrijving })}
              error={errors[`interventies.${i}.omschrijving`]}
            />
          </>
        )}
      />
      <Rijen
        kop={t('aanpak.sjabloon.deel.stap')}
        rijen={values.stappen}
        leeg={{ wat: '', dagen: '14' }}
        zet={on('stappen')}
        rij={(een, i, wijzig) => (
          <>
            <TextField
              name={`stappen.${i}.wat`}
              label={t('aanpak.sjabloon.wat')}
              maxLength={300}
              value={een.wat}
              onChange={(wat) => wijzig({ ...een, wat })}
              error={errors[`stappen.${i}.wat`]}
            />
            <TextField
              name={`stappen.${i}.dagen`}
              label={t('aanpak.sjabloon.aantaldagen')}
              inputMode="numeric"
              value={een.dagen}
              onChange={(dagen) => wijzig({ ...een, dagen })}
            />
          </>
        )}
      />
      <FormButtons form={form} onCancel={onClose}>
        {t('basis.opslaan')}
      </FormButtons>
    </Form>
  );
}

function Inhoud({ inhoud }: { inhoud: Sjablooninhoud }) {
  const { t } = useLanguage();
  const { name } = useLists();
  const delen: [Parameters<typeof t>[0], string[]][] = [
    ['aanpak.sjabloon.deel.hypothese', inhoud.hypothese === '' ? [] : [inhoud.hypothese]],
    ['aanpak.sjabloon.deel.doel', inhoud.doelen],
    ['aanpak.sjabloon.deel.strategie', inhoud.strategieen],
    ['aanpak.sjabloon.deel.bron', inhoud.bronnen.map((one) => `${name('bronsoorten', one.bronsoort)}: ${one.vraag}`)],
    [
      'aanpak.sjabloon.deel.interventie',
      inhoud.interventies.map((one) => `${name('interventietypen', one.type)}: ${one.omschrijving}`),
    ],
    [
      'aanpak.sjabloon.deel.stap',
      inhoud.stappen.map((one) => `${one.wat} (${t('aanpak.sjabloon.dagen', { dagen: one.dagen })})`),
    ],
  ];
  return (
    <>
      {delen
        .filter(([, teksten]) => teksten.length > 0)
        .map(([kop, teksten]) => (
          <div key={kop} className="dw-tekstdeel">
            <h3 className="nl-heading nl-heading--level-4">{t(kop)}</h3>
            <ul>
              {teksten.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </div>
        ))}
    </>
  );
}

export default function Sjablonen() {
  const { t, language } = useLanguage();
  const { name, options } = useLists();
  const { rechten } = useSession();
  const client = useQueryClient();
  const found = useQuery(sjablonenQuery);
  const [thema, setThema] = useState('');
  const [bewerkt, setBewerkt] = useState(false);
  const [terug, setTerug] = useState(false);
  const sjabloon = found.data?.find((one) => one.thema === thema) ?? found.data?.[0];
  const beheren = rechten.includes('aanpak.beheren');
  return (
    <Werkwijze deel="sjablonen">
      <p className="nl-paragraph">{t('aanpak.sjablonen.uitleg')}</p>
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && sjabloon !== undefined && (
        <>
          <div className="dw-filters">
            <Keuze
              label={t('casus.thema')}
              value={sjabloon.thema}
              onChange={(one) => {
                setThema(one);
                setBewerkt(false);
              }}
              options={options('themas').filter((one) => found.data.some((s) => s.thema === one.value))}
            />
          </div>
          <Vlak kop={name('themas', sjabloon.thema)}>
            <p className="dw-zacht">
              {sjabloon.eigen && sjabloon.door !== null && sjabloon.op !== null
                ? t('aanpak.sjabloon.eigen', {
                    naam: sjabloon.door.naam,
                    dag: formatShortDate(sjabloon.op, language),
                  })
                : t('aanpak.sjabloon.meegeleverd')}
            </p>
            {bewerkt ? (
              <Bewerken
                key={sjabloon.thema}
                sjabloon={sjabloon}
                inhoud={sjabloon[language]}
                onClose={() => setBewerkt(false)}
              />
            ) : (
              <>
                <Inhoud inhoud={sjabloon[language]} />
                {beheren && (
                  <div className="dw-knoppen">
                    <Button onClick={() => setBewerkt(true)}>{t('casus.wijzigen')}</Button>
                    {sjabloon.eigen && (
                      <Button weight="subtle" onClick={() => setTerug(true)}>
                        {t('aanpak.sjabloon.terug')}
                      </Button>
                    )}
                  </div>
                )}
              </>
            )}
          </Vlak>
          {terug && (
            <Weghalen
              kop={t('aanpak.sjabloon.terug')}
              wat={name('themas', sjabloon.thema)}
              uitleg={t('aanpak.sjabloon.terug.uitleg')}
              doe={() => zetSjabloonTerug(client, sjabloon)}
              gedaan={t('aanpak.sjabloon.teruggezet')}
              onClose={() => setTerug(false)}
            />
          )}
        </>
      )}
    </Werkwijze>
  );
}
