// SPDX-License-Identifier: EUPL-1.2
// At the right of an item: what is decided, and who does what by when. Each goes to the dossier at once.
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Agendapunt, Besluitkeuze, Besluitsoort, Overleg } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { now } from '../basis/clock';
import { dayOf, isDay } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { useSession } from '../basis/session';
import { DateField } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form } from '../basis/vorm/Form';
import { SelectField, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { besluit, overlegQuery, spreekAf, toonPunt } from './api';
import type { Bewerkingen } from './bewerkingen';
import { LiveVeld } from './LiveVeld';
import { Acties, Besluiten } from './PuntInhoud';
import { Standpunten, type Stemmen, stemFouten, voorApi } from './Standpunten';

interface Props {
  overleg: Overleg;
  punt: Agendapunt;
  werk: Bewerkingen;
  leidt: boolean;
}

interface Velden {
  soort: string;
  tot: string;
  werknaam: string;
  thema: string;
  stemmen: Stemmen;
}

/** Steps that the file cannot take now, and why: for who asks. */
function Andere({ keuzes }: { keuzes: readonly Besluitkeuze[] }) {
  const { t } = useLanguage();
  const niet = keuzes.filter((one) => one.niet !== null);
  if (niet.length === 0) return null;
  return (
    <details className="dw-anderekeuzes dw-zacht dw-klein">
      <summary>{t('overleg.keuze.anderen', { aantal: niet.length })}</summary>
      <ul>
        {(['fase', 'weging', 'recht', 'dossier'] as const)
          .map((reden) => ({ reden, om: niet.filter((one) => one.niet === reden) }))
          .filter(({ om }) => om.length > 0)
          .map(({ reden, om }) => (
            <li key={reden}>
              {t(`overleg.keuze.${reden}`)}: {om.map((one) => t(`overleg.besluit.${one.soort}`)).join('; ')}
            </li>
          ))}
      </ul>
    </details>
  );
}

function BesluitVorm({ overleg, punt, werk }: Props) {
  const { t } = useLanguage();
  const { options } = useLists();
  const client = useQueryClient();
  const tekst = useSyncExternalStore(werk.volg, () => werk.stand(punt.id, 'besluittekst')).tekst;
  const keuzes = punt.keuzes ?? [];
  const mogelijk = keuzes.filter((one) => one.niet === null).map((one) => one.soort);
  // What the file went through meanwhile may have taken the choice away.
  const gekozen = ({ soort }: Velden) => mogelijk.find((one) => one === soort) ?? '';
  const leeg: Velden = {
    soort: mogelijk.length === 1 ? (mogelijk[0] ?? '') : '',
    tot: '',
    werknaam: '',
    thema: '',
    stemmen: {},
  };
  const form = useForm<Velden>({
    initial: leeg,
    labels: {
      soort: t('overleg.besluit.soort'),
      tot: t('overleg.besluit.tot'),
      werknaam: t('casus.werknaam'),
      thema: t('casus.thema'),
    },
    check: (v): FormErrors => ({
      ...(gekozen(v) === '' ? { soort: t('overleg.fout.besluit') } : {}),
      ...(v.soort === 'monitoren' && !(isDay(v.tot) && v.tot > dayOf(now())) ? { tot: t('overleg.fout.tot') } : {}),
      ...(v.soort === 'casus_openen' && v.werknaam.trim() === '' ? { werknaam: t('casus.fout.werknaam') } : {}),
      ...(v.soort === 'casus_openen' && v.thema === '' ? { thema: t('casus.fout.thema') } : {}),
      ...stemFouten('standpunten', v.stemmen, t),
      ...(tekst.trim() === '' ? { [`besluittekst-${punt.id}`]: t('overleg.fout.besluittekst') } : {}),
    }),
    send: async ({ soort, tot, werknaam, thema, stemmen }) => {
      const opent = soort === 'casus_openen';
      const na = await besluit(overleg.id, punt.id, {
        soort: soort as Besluitsoort,
        tekst: tekst.trim(),
        tot: soort === 'monitoren' ? tot : null,
        standpunten: voorApi(stemmen),
        werknaam: opent ? werknaam.trim() : null,
        thema: opent ? thema : null,
        trekker: null,
      });
      toonPunt(client, overleg.id, na);
      form.replace(leeg);
      announce(t('overleg.besluit.vastgelegd'));
    },
  });
  const { values, set, errors } = form;
  if (mogelijk.length === 0) return <p className="dw-hint">{t('overleg.besluit.geendossier')}</p>;
  return (
    <Form form={form}>
      <SelectField
        {...form.field('soort')}
        value={gekozen(values)}
        label={t('overleg.besluit.soort')}
        none={t('basis.kies')}
        options={mogelijk.map((one) => ({ value: one, label: t(`overleg.besluit.${one}`) }))}
      />
      <Andere keuzes={keuzes} />
      {values.soort === 'monitoren' && <DateField {...form.field('tot')} label={t('overleg.besluit.tot')} />}
      {values.soort === 'casus_openen' && (
        <>
          <TextField
            {...form.field('werknaam')}
            label={t('casus.werknaam')}
            hint={t('casus.werknaam.hulp')}
            maxLength={100}
          />
          <SelectField
            {...form.field('thema')}
            label={t('casus.thema')}
            none={t('basis.kies')}
            options={options('themas')}
          />
        </>
      )}
      <Standpunten
        naam="standpunten"
        overleg={overleg}
        stemmen={values.stemmen}
        onChange={(stemmen) => set('stemmen', stemmen)}
        errors={errors}
      />
      <div className="dw-knoppen">
        <Button type="submit" weight="primary" busy={form.busy} hotkey="Ctrl+Enter">
          {t('overleg.besluit.vastleggen')}
        </Button>
      </div>
    </Form>
  );
}

export function Besluitvak(props: Props) {
  const { punt, werk, leidt } = props;
  const { t } = useLanguage();
  return (
    <section className="dw-vlak dw-livevak" aria-labelledby="besluit-kop">
      <h3 id="besluit-kop" className="nl-heading nl-heading--level-4">
        {t('overleg.besluit')} {leidt && <kbd className="dw-toets">b</kbd>}
      </h3>
      {punt.besluiten.length > 0 && <Besluiten besluiten={punt.besluiten} />}
      <LiveVeld
        werk={werk}
        punt={punt.id}
        veld="besluittekst"
        label={t('overleg.veld.besluittekst')}
        hint={t('overleg.veld.besluittekst.hulp')}
        rows={3}
        leesbaar={!leidt}
      />
      {leidt && <BesluitVorm {...props} />}
    </section>
  );
}

export function Actievak({ overleg, punt, leidt }: Props) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const { gebruiker } = useSession();
  const leeg = { wat: '', eigenaar: gebruiker.id, datum: '' };
  const form = useForm({
    initial: leeg,
    labels: { wat: t('overleg.actie.wat'), eigenaar: t('overleg.actie.wie'), datum: t('overleg.actie.wanneer') },
    check: (v): FormErrors => ({
      ...(v.wat.trim() === '' ? { wat: t('overleg.fout.wat') } : {}),
      ...(isDay(v.datum) && v.datum >= dayOf(now()) ? {} : { datum: t('overleg.fout.wanneer') }),
    }),
    send: async ({ wat, eigenaar, datum }) => {
      toonPunt(client, overleg.id, await spreekAf(overleg.id, punt.id, { wat: wat.trim(), eigenaar, datum }));
      void client.invalidateQueries({ queryKey: overlegQuery(overleg.id).queryKey });
      form.replace(leeg);
      announce(t('overleg.actie.vastgelegd'));
      document.getElementById('veld-wat')?.focus();
    },
  });
  const { values, on } = form;
  return (
    <section className="dw-vlak dw-livevak" aria-labelledby="acties-kop">
      <h3 id="acties-kop" className="nl-heading nl-heading--level-4">
        {t('overleg.acties')} {leidt && <kbd className="dw-toets">a</kbd>}
      </h3>
      {punt.acties.length > 0 && <Acties acties={punt.acties} />}
      {punt.acties.length === 0 && !leidt && <p className="dw-zacht">{t('overleg.acties.geen')}</p>}
      {leidt && (
        <Form form={form} className="dw-actievorm">
          <TextField {...form.field('wat')} label={t('overleg.actie.wat')} maxLength={500} />
          <SelectField
            name="eigenaar"
            label={t('overleg.actie.wie')}
            value={values.eigenaar}
            onChange={on('eigenaar')}
            options={overleg.deelnemers.map((one) => ({ value: one.gebruiker.id, label: one.gebruiker.naam }))}
          />
          <DateField {...form.field('datum')} label={t('overleg.actie.wanneer')} />
          <div className="dw-knoppen">
            <Button type="submit" busy={form.busy} hotkey="Ctrl+Enter">
              {t('overleg.actie.vastleggen')}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
