// SPDX-License-Identifier: EUPL-1.2
// A pattern of somebody's own: rows of roles and of ties, where it is at this moment, and keeping it.
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus, Search, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { PatroonPlekken as Plekken } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { useLanguage } from '../basis/language';
import { useVerbandsoorten } from '../basis/lists';
import { PageHeading } from '../basis/page';
import { useRight } from '../basis/session';
import { Vlak } from '../basis/vlak';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form } from '../basis/vorm/Form';
import { Checkbox, FieldGroup, SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { useWoorden } from './namen';
import { PatroonPlekken } from './PatroonPlekken';
import {
  type Bandrij,
  bandkeuzen,
  EERSTE,
  GEWONE_DAGEN,
  hangtSamen,
  inVenster,
  isDagen,
  letter,
  MEESTE_BANDEN,
  MEESTE_ROLLEN,
  nieuweBand,
  type Opzet,
  overPersonen,
  patroonVan,
  ROLSOORTEN,
  schrijfKeuze,
  vraagVan,
  zoekPatroon,
  zonderRol,
} from './patroon';
import { casuskeuzeQuery, maakWachter, wachtersQuery } from './wachter';
import '../basis/stijl/vakken.css';
import './netwerk.css';

/** What somebody was composing, for when he comes back from the chart. Codes and days only: never what he typed of a reason. */
const opzetten = new WeakMap<QueryClient, { opzet: Opzet; plekken: Plekken | null }>();

interface Waarden extends Opzet {
  naam: string;
  waarom: string;
  waakt: boolean;
  casus: string;
  grond: string;
}
const opzetVan = ({ rollen, banden, dagen, opVolgorde, betrouwbaarheid }: Opzet): Opzet => ({
  rollen,
  banden,
  dagen,
  opVolgorde,
  betrouwbaarheid,
});

export default function PatroonScherm() {
  const { t, language } = useLanguage();
  const woorden = useWoorden();
  const client = useQueryClient();
  const navigate = useNavigate();
  const soorten = useVerbandsoorten();
  const casussen = useQuery({ ...casuskeuzeQuery, enabled: useRight('casus.lezen') }).data ?? [];
  const [plekken, setPlekken] = useState<Plekken | null>(opzetten.get(client)?.plekken ?? null);
  const doel = useRef<'zoek' | 'bewaar'>('zoek');
  const bewaard = useRef(false);
  const [eerste] = useState<Waarden>(() => ({
    ...(opzetten.get(client)?.opzet ?? EERSTE),
    naam: '',
    waarom: '',
    waakt: true,
    casus: '',
    grond: '',
  }));
  const form = useForm<Waarden>({
    initial: eerste,
    check: (values) => {
      const errors: FormErrors = {};
      values.banden.forEach((one, plek) => {
        if (one.een === one.ander) errors[`banden.${plek}.ander`] = t('netwerk.patroon.fout.einden');
        const begin = dayFault(one.begin, t);
        const eind = dayFault(one.eind, t);
        if (begin !== undefined) errors[`banden.${plek}.begin`] = begin;
        if (eind !== undefined) errors[`banden.${plek}.eind`] = eind;
        else if (one.begin !== '' && one.eind !== '' && one.eind < one.begin)
          errors[`banden.${plek}.eind`] = t('netwerk.patroon.fout.periode');
      });
      if (!hangtSamen(values)) errors.banden = t('netwerk.patroon.fout.los');
      if (inVenster(values) === 1) errors.dagen = t('netwerk.patroon.fout.venster');
      else if (!isDagen(values.dagen)) errors.dagen = t('netwerk.wachter.fout.dagen');
      if (doel.current === 'zoek') return errors;
      if (values.naam.trim() === '') errors.naam = t('netwerk.patroon.fout.naam');
      if (values.waarom.trim() === '') errors.waarom = t('netwerk.wachter.fout.waarom');
      if (overPersonen(values.rollen.map((one) => one.soort))) {
        if (values.casus === '') errors.casus = t('netwerk.wachter.fout.casus');
        if (values.grond.trim() === '') errors.grond = t('netwerk.wachter.fout.grond');
      }
      return errors;
    },
    send: async (values) => {
      const vraag = vraagVan(values);
      if (doel.current === 'zoek') {
        const gevonden = await zoekPatroon(vraag);
        setPlekken(gevonden);
        announce(t('netwerk.patroon.plekken', { aantal: gevonden.aantal }));
        return;
      }
      const voorCasus = overPersonen(vraag.patroon.onderdelen);
      const gemaakt = await maakWachter({
        vorm: 'eigen',
        naam: values.naam.trim(),
        waarom: values.waarom.trim(),
        dagen: vraag.dagen,
        betrouwbaarheid: vraag.betrouwbaarheid,
        casus: voorCasus ? values.casus : null,
        grond: voorCasus ? values.grond.trim() : null,
        patroon: patroonVan(values),
        aan: values.waakt,
      });
      bewaard.current = true;
      opzetten.delete(client);
      await Promise.all([
        client.invalidateQueries({ queryKey: wachtersQuery.queryKey }),
        client.invalidateQueries({ queryKey: ['mijn-werk'] }),
      ]);
      announce(t('netwerk.patroon.bewaard', { naam: gemaakt.naam }));
      await navigate({ to: '/netwerk/wachters/$id', params: { id: gemaakt.id } });
    },
  });
  const { values } = form;
  useEffect(() => {
    if (!bewaard.current) opzetten.set(client, { opzet: opzetVan(values), plekken });
  }, [client, values, plekken]);

  const rollen = values.rollen.map((one) => one.soort);
  const personen = overPersonen(rollen);
  const anders = (deel: Partial<Opzet>) => {
    setPlekken(null); // of another pattern
    for (const [naam, waarde] of Object.entries(deel)) form.set(naam as keyof Opzet, waarde);
  };
  const zetBand = (plek: number, deel: Partial<Bandrij>) =>
    anders({ banden: values.banden.map((one, i) => (i === plek ? { ...one, ...deel } : one)) });
  const rolnaam = (plek: number) => `${letter(plek)}: ${woorden.soort(rollen[plek] ?? '')}`;
  const rolkeuzen = rollen.map((_, plek) => ({ value: String(plek), label: rolnaam(plek) }));
  const keuzenVan = (one: Bandrij) =>
    bandkeuzen(rollen[Number(one.een)] ?? '', rollen[Number(one.ander)] ?? '', soorten).map((keuze) => ({
      value: schrijfKeuze(keuze),
      label: t('netwerk.patroon.zin', {
        een: letter(Number(keuze.om ? one.ander : one.een)),
        wat: woorden.band(keuze.soort).toLocaleLowerCase(language),
        ander: letter(Number(keuze.om ? one.een : one.ander)),
      }),
    }));
  /** A choice that no longer fits what it ties becomes any tie. */
  const passend = (deel: Opzet): Bandrij[] =>
    deel.banden.map((one) => {
      const [een, ander] = [deel.rollen[Number(one.een)]?.soort ?? '', deel.rollen[Number(one.ander)]?.soort ?? ''];
      return bandkeuzen(een, ander, soorten).some((keuze) => schrijfKeuze(keuze) === one.keuze)
        ? one
        : { ...one, keuze: '' };
    });

  return (
    <div className="dw-scherm dw-wachters dw-patroon">
      <PageHeading title={t('netwerk.patroon')} />
      <p className="nl-paragraph">{t('netwerk.patroon.uitleg')}</p>
      <Form form={{ ...form, dirty: form.dirty && (values.naam + values.waarom + values.grond).trim() !== '' }}>
        <Vlak kop={t('netwerk.patroon.rollen')}>
          <p className="nl-paragraph dw-zacht">{t('netwerk.patroon.rollen.uitleg')}</p>
          {values.rollen.map((one, plek) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a role is its place: A, B, …
            <div className="dw-patroon__rij" key={plek}>
              <SelectField
                name={`rollen.${plek}.soort`}
                label={t('netwerk.patroon.rol', { letter: letter(plek) })}
                value={one.soort}
                onChange={(soort) => {
                  const nieuw = values.rollen.map((rol, i) => (i === plek ? { soort } : rol));
                  anders({ rollen: nieuw, banden: passend({ ...values, rollen: nieuw }) });
                }}
                options={ROLSOORTEN.map((soort) => ({ value: soort, label: woorden.soort(soort) }))}
              />
              {values.rollen.length > 2 && (
                <Button
                  weight="subtle"
                  icon={<Trash2 aria-hidden="true" size={18} />}
                  onClick={() => anders(zonderRol(values, plek))}
                >
                  {t('netwerk.patroon.rol.weg', { letter: letter(plek) })}
                </Button>
              )}
            </div>
          ))}
          {values.rollen.length < MEESTE_ROLLEN && (
            <Button
              icon={<Plus aria-hidden="true" size={18} />}
              onClick={() =>
                anders({
                  rollen: [...values.rollen, { soort: 'bedrijf' }],
                  banden: [...values.banden, nieuweBand(values.rollen.length, 0)].slice(0, MEESTE_BANDEN),
                })
              }
            >
              {t('netwerk.patroon.rol.erbij')}
            </Button>
          )}
        </Vlak>
        <Vlak kop={t('netwerk.patroon.banden')}>
          {form.errors.banden !== undefined && (
            <p className="utrecht-form-field-error-message dw-veld__fout">{form.errors.banden}</p>
          )}
          {values.banden.map((one, plek) => (
            <FieldGroup
              // biome-ignore lint/suspicious/noArrayIndexKey: a tie is its place in the list
              key={plek}
              name={plek === 0 ? 'banden' : `banden.${plek}`}
              label={t('netwerk.patroon.band', { nummer: plek + 1 })}
              className="dw-patroon__band"
            >
              <div className="dw-patroon__rij">
                <SelectField
                  name={`banden.${plek}.een`}
                  label={t('netwerk.patroon.tussen.een')}
                  value={one.een}
                  onChange={(een) => zetBand(plek, { een, keuze: '' })}
                  options={rolkeuzen}
                />
                <SelectField
                  name={`banden.${plek}.ander`}
                  label={t('netwerk.patroon.tussen.ander')}
                  value={one.ander}
                  error={form.errors[`banden.${plek}.ander`]}
                  onChange={(ander) => zetBand(plek, { ander, keuze: '' })}
                  options={rolkeuzen}
                />
                <SelectField
                  name={`banden.${plek}.keuze`}
                  label={t('netwerk.patroon.soort')}
                  none={t('netwerk.patroon.enigverband')}
                  optional
                  value={one.keuze}
                  onChange={(keuze) => zetBand(plek, { keuze })}
                  options={keuzenVan(one)}
                />
              </div>
              <div className="dw-patroon__rij">
                <DateField
                  name={`banden.${plek}.begin`}
                  label={t('netwerk.patroon.begin')}
                  optional
                  value={one.begin}
                  error={form.errors[`banden.${plek}.begin`]}
                  onChange={(begin) => zetBand(plek, { begin })}
                />
                <DateField
                  name={`banden.${plek}.eind`}
                  label={t('netwerk.patroon.eind')}
                  optional
                  value={one.eind}
                  error={form.errors[`banden.${plek}.eind`]}
                  onChange={(eind) => zetBand(plek, { eind })}
                />
              </div>
              <Checkbox
                label={t('netwerk.patroon.venster')}
                checked={one.venster}
                onChange={(venster) => zetBand(plek, { venster })}
              />
              {values.banden.length > 1 && (
                <Button
                  weight="subtle"
                  icon={<Trash2 aria-hidden="true" size={18} />}
                  onClick={() => anders({ banden: values.banden.filter((_, i) => i !== plek) })}
                >
                  {t('netwerk.patroon.band.weg', { nummer: plek + 1 })}
                </Button>
              )}
            </FieldGroup>
          ))}
          {values.banden.length < MEESTE_BANDEN && (
            <Button
              icon={<Plus aria-hidden="true" size={18} />}
              onClick={() => anders({ banden: [...values.banden, nieuweBand(1, 0)] })}
            >
              {t('netwerk.patroon.band.erbij')}
            </Button>
          )}
          {inVenster(values) > 0 && (
            <TextField
              {...form.field('dagen')}
              onChange={(dagen) => anders({ dagen })}
              label={t('netwerk.wachter.dagen')}
              hint={t('netwerk.wachter.dagen.hulp', { dagen: GEWONE_DAGEN })}
              optional
              inputMode="numeric"
            />
          )}
          {inVenster(values) > 1 && (
            <Checkbox
              label={t('netwerk.patroon.volgorde')}
              checked={values.opVolgorde}
              onChange={(opVolgorde) => anders({ opVolgorde })}
            />
          )}
          <SelectField
            name="betrouwbaarheid"
            label={t('netwerk.wachter.betrouwbaarheid')}
            none={t('netwerk.wachter.betrouwbaarheid.alle')}
            optional
            value={values.betrouwbaarheid}
            onChange={(betrouwbaarheid) => anders({ betrouwbaarheid })}
            options={['A', 'B', 'C', 'D', 'E'].map((one) => ({ value: one, label: one }))}
          />
        </Vlak>
        {personen ? (
          <p className="nl-paragraph" role="status">
            {t('netwerk.patroon.personen')}
          </p>
        ) : (
          <div className="dw-knoppen">
            <Button
              type="submit"
              weight="primary"
              busy={form.busy && doel.current === 'zoek'}
              icon={<Search aria-hidden="true" size={18} />}
              onClick={() => {
                doel.current = 'zoek';
              }}
            >
              {t('netwerk.patroon.zoek')}
            </Button>
          </div>
        )}
        {plekken !== null && !personen && <PatroonPlekken plekken={plekken} />}
        <Vlak kop={t('netwerk.patroon.bewaren')}>
          <TextField
            {...form.field('naam')}
            label={t('netwerk.wachter.naam')}
            hint={t('netwerk.wachter.naam.hulp')}
            maxLength={120}
          />
          <TextArea
            {...form.field('waarom')}
            label={t('netwerk.wachter.waarom')}
            hint={t('netwerk.wachter.waarom.hulp')}
            rows={2}
            maxLength={500}
          />
          {personen && (
            <>
              <SelectField
                {...form.field('casus')}
                label={t('netwerk.wachter.casus')}
                hint={t('netwerk.wachter.casus.moet')}
                none={t('netwerk.patroon.casus')}
                options={casussen.map((one) => ({ value: one.id, label: `${one.kenmerk} · ${one.werknaam}` }))}
              />
              <TextArea
                {...form.field('grond')}
                label={t('netwerk.wachter.grond')}
                hint={t('netwerk.wachter.grond.hulp')}
                rows={3}
                maxLength={2000}
              />
            </>
          )}
          <Checkbox label={t('netwerk.patroon.waakt')} checked={values.waakt} onChange={form.on('waakt')} />
          <div className="dw-knoppen">
            <Button
              type="submit"
              busy={form.busy && doel.current === 'bewaar'}
              onClick={() => {
                doel.current = 'bewaar';
              }}
            >
              {t('netwerk.patroon.bewaar')}
            </Button>
          </div>
        </Vlak>
      </Form>
    </div>
  );
}
