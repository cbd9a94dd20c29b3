// SPDX-License-Identifier: EUPL-1.2
// Registering a signaal: what, where, from where, who is named, and apart from all that the melder.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { LockKeyhole, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Betrouwbaarheid, Doorgifte, Id, Informatiewaarde, VermeldingNieuw } from '../api/typen';
import { announce } from '../basis/announce';
import { api, unwrap } from '../basis/api';
import { Button } from '../basis/button';
import { now } from '../basis/clock';
import { dayOf, formatShortDate, fromLocalInput, toLocalInput } from '../basis/format';
import { useLanguage } from '../basis/language';
import { collegasQuery, useLists } from '../basis/lists';
import { PageHeading } from '../basis/page';
import { useRight, useSession } from '../basis/session';
import { DateField, dayFault, MomentField } from '../basis/vorm/dates';
import { Form } from '../basis/vorm/Form';
import { Checkbox, FieldGroup, fieldId, RadioField, SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { DoorgifteVelden } from '../entiteit/label';
import { useRegimes, WieZiet } from '../entiteit/regime';
import { controleerVermelding, LEGE_VERMELDING, VermeldingVelden } from '../entiteit/VermeldingVelden';
import { type AdresKeuze, AdresVeld, adresVoorApi, GEEN_ADRES } from '../register/AdresVeld';
import { maakSignaal, toonOveral } from './api';
import { StatusMerk } from './merken';
import { controleerTekst, GraderingVelden, MAX_TITEL } from './velden';
import './signaal.css';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What another screen begins a signaal with; never in the address. */
    vooraf?: { adres?: { nummeraanduiding: string; weergave: string }; omschrijving?: string };
  }
}

/** The day on which an embargo ends when nobody says otherwise: ninety days from today. */
function overDrieMaanden(): string {
  return dayOf(new Date(now().getTime() + 90 * 86_400_000));
}

type Genoemd = VermeldingNieuw & { sleutelInLijst: number };

interface Velden {
  titel: string;
  omschrijving: string;
  adres: AdresKeuze;
  bron: string;
  thema: string;
  ontvangenOp: string;
  regime: string;
  peildatum: string;
  doorgifte: Doorgifte | '';
  doorgifteReden: string;
  bronBetrouwbaarheid: Betrouwbaarheid;
  informatieWaarde: string;
  vermeldingen: Genoemd[];
  melderNaam: string;
  melderContact: string;
  zien: 'team' | 'alleen';
  alleen: Id[];
  embargoTot: string;
}

/** Earlier signalen on the chosen address: the first sign of a duplicate. */
function EerderHier({ nummeraanduiding }: { nummeraanduiding: string }) {
  const { t, language } = useLanguage();
  const found = useQuery({
    queryKey: ['signalen-op-adres', nummeraanduiding],
    queryFn: () => unwrap(api.POST('/v1/signalen/_zoek', { body: { adres: nummeraanduiding, aantal: 5 } })),
  }).data;
  return (
    <div role="status">
      {found !== undefined && found.resultaten.length > 0 && (
        <div className="dw-hint">
          <p>{t('signaal.eerder', { aantal: found.resultaten.length })}</p>
          <ul className="dw-verwijzingen">
            {found.resultaten.map((row) => (
              <li key={row.id}>
                <Link to="/signalen/$id" params={{ id: row.id }} target="_blank" className="nl-link">
                  {row.titel} <span className="dw-onzichtbaar">{t('basis.nieuwtabblad')}</span>
                </Link>
                <span className="dw-verwijzingen__merk">
                  <StatusMerk {...row} />
                  <span className="dw-zacht dw-klein">{formatShortDate(row.ontvangenOp, language)}</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

export default function NieuwSignaal() {
  const { t, language } = useLanguage();
  const { options } = useLists();
  const { regimeVanBron } = useRegimes();
  const { gebruiker } = useSession();
  const collegas = (useQuery(collegasQuery).data ?? [])
    .filter((one) => one.id !== gebruiker.id)
    .sort((a, b) => a.naam.localeCompare(b.naam, language));
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayRead = useRight('signaal.lezen');
  const { vooraf } = useLocation().state;
  const [count, setCount] = useState(0);
  const labels = {
    titel: t('signaal.titel'),
    omschrijving: t('signaal.omschrijving'),
    adres: t('register.adres'),
    bron: t('signaal.bron'),
    thema: t('signaal.thema'),
    ontvangenOp: t('signaal.ontvangen'),
    regime: t('signaal.regime'),
    peildatum: t('signaal.peildatum'),
    doorgifte: t('label.doorgifte'),
    doorgifteReden: t('label.doorgifteReden'),
    alleen: t('signaal.zien.wie'),
    embargoTot: t('signaal.embargo.tot'),
  };
  const form = useForm<Velden>({
    initial: {
      titel: '',
      omschrijving: vooraf?.omschrijving ?? '',
      adres: vooraf?.adres === undefined ? GEEN_ADRES : { soort: 'bag', ...vooraf.adres },
      bron: '',
      thema: '',
      ontvangenOp: toLocalInput(now()),
      regime: 'avg',
      peildatum: '',
      doorgifte: '',
      doorgifteReden: '',
      bronBetrouwbaarheid: 'F',
      informatieWaarde: '6',
      vermeldingen: [],
      melderNaam: '',
      melderContact: '',
      zien: 'team',
      alleen: [],
      embargoTot: overDrieMaanden(),
    },
    labels,
    check: (values) => {
      const errors = controleerTekst(values, t);
      if (values.bron === '') errors.bron = t('signaal.fout.bron');
      const received = fromLocalInput(values.ontvangenOp);
      if (received === null) errors.ontvangenOp = t('signaal.fout.ontvangen');
      else if (received.getTime() > now().getTime() + 60_000) errors.ontvangenOp = t('signaal.fout.toekomst');
      const geenDag = dayFault(values.peildatum, t);
      if (geenDag !== undefined) errors.peildatum = geenDag;
      values.vermeldingen.forEach((one, index) => {
        Object.assign(errors, controleerVermelding(one, `vermeldingen.${index}`, t));
      });
      if (values.melderNaam.trim() === '' && values.melderContact.trim() !== '') {
        errors.melderNaam = t('signaal.fout.melder');
      }
      return errors;
    },
    send: async (values) => {
      const signaal = await maakSignaal({
        titel: values.titel.trim(),
        omschrijving: values.omschrijving.trim(),
        bron: values.bron,
        thema: values.thema === '' ? null : values.thema,
        ontvangenOp: fromLocalInput(values.ontvangenOp)?.toISOString() ?? null,
        adres: adresVoorApi(values.adres),
        bronBetrouwbaarheid: values.bronBetrouwbaarheid,
        informatieWaarde: Number(values.informatieWaarde) as Informatiewaarde,
        regime: values.regime,
        peildatum: values.peildatum === '' ? null : values.peildatum,
        doorgifte: values.doorgifte === '' ? null : values.doorgifte,
        doorgifteReden: values.doorgifteReden.trim() === '' ? null : values.doorgifteReden.trim(),
        melder:
          values.melderNaam.trim() === ''
            ? null
            : { naam: values.melderNaam.trim(), contact: values.melderContact.trim() },
        vermeldingen: values.vermeldingen.map(({ sleutelInLijst: _, ...one }) => ({ ...one, tekst: one.tekst.trim() })),
        alleen: values.zien === 'alleen' ? values.alleen : null,
        embargoTot: values.zien === 'alleen' && values.embargoTot !== '' ? values.embargoTot : null,
      });
      toonOveral(client, signaal);
      void client.invalidateQueries({ queryKey: ['signalen'] });
      announce(t('signaal.opgeslagen', { kenmerk: signaal.kenmerk }));
      if (mayRead) await navigate({ to: '/signalen/$id', params: { id: signaal.id } });
      else await navigate({ to: '/' });
    },
  });
  const { values, set, on, errors } = form;
  const addMention = () => {
    set('vermeldingen', [...values.vermeldingen, { ...LEGE_VERMELDING, sleutelInLijst: count }]);
    setCount(count + 1);
  };

  return (
    <div className="dw-scherm dw-scherm--vorm">
      <PageHeading title={t('signaal.nieuw')} />
      <p className="nl-paragraph dw-zacht">{t('signaal.nieuw.uitleg')}</p>
      <Form form={form}>
        <section className="dw-vlak dw-vormdeel" aria-labelledby="deel-wat">
          <h2 id="deel-wat" className="nl-heading nl-heading--level-3">
            {t('signaal.deel.wat')}
          </h2>
          <TextField
            {...form.field('titel')}
            label={labels.titel}
            hint={t('signaal.titel.hulp')}
            maxLength={MAX_TITEL + 50}
          />
          <TextArea
            {...form.field('omschrijving')}
            label={labels.omschrijving}
            hint={t('signaal.omschrijving.hulp')}
            optional
            rows={7}
          />
          <AdresVeld name="adres" value={values.adres} onChange={on('adres')} error={errors.adres} />
          {mayRead && values.adres.soort === 'bag' && <EerderHier nummeraanduiding={values.adres.nummeraanduiding} />}
        </section>

        <section className="dw-vlak dw-vormdeel" aria-labelledby="deel-bron">
          <h2 id="deel-bron" className="nl-heading nl-heading--level-3">
            {t('signaal.deel.bron')}
          </h2>
          <div className="dw-kolommen">
            <SelectField
              name="bron"
              label={labels.bron}
              none={t('basis.kies')}
              value={values.bron}
              onChange={(bron) => {
                // What came from the police stands under its law, unless somebody says otherwise.
                if (values.regime === regimeVanBron(values.bron)) set('regime', regimeVanBron(bron));
                set('bron', bron);
              }}
              options={options('signaalbronnen')}
              error={errors.bron}
            />
            <MomentField {...form.field('ontvangenOp')} label={labels.ontvangenOp} />
            <SelectField
              {...form.field('thema')}
              label={labels.thema}
              optional
              none={t('signaal.geenthema')}
              options={options('themas')}
            />
            <SelectField {...form.field('regime')} label={labels.regime} options={options('regimes')} />
          </div>
          <WieZiet regime={values.regime} />
          <div className="dw-kolommen">
            <DateField
              {...form.field('peildatum')}
              label={labels.peildatum}
              hint={t('signaal.peildatum.hulp')}
              optional
            />
            <DoorgifteVelden
              doorgifte={values.doorgifte}
              reden={values.doorgifteReden}
              onDoorgifte={on('doorgifte')}
              onReden={on('doorgifteReden')}
              errors={errors}
            />
          </div>
          <GraderingVelden
            bron={values.bronBetrouwbaarheid}
            waarde={values.informatieWaarde}
            onBron={(value) => set('bronBetrouwbaarheid', value as Betrouwbaarheid)}
            onWaarde={on('informatieWaarde')}
          />
        </section>

        <section className="dw-vlak dw-vormdeel" aria-labelledby="deel-wie">
          <h2 id="deel-wie" className="nl-heading nl-heading--level-3">
            {t('signaal.deel.wie')}
          </h2>
          <p className="dw-zacht">{t('signaal.deel.wie.uitleg')}</p>
          {values.vermeldingen.map((one, index) => (
            <fieldset key={one.sleutelInLijst} className="dw-vermeldingvak">
              <legend className="dw-onzichtbaar">{t('signaal.vermelding.nummer', { nummer: index + 1 })}</legend>
              <VermeldingVelden
                plek={`vermeldingen.${index}`}
                value={one}
                errors={errors}
                onChange={(value) =>
                  set(
                    'vermeldingen',
                    values.vermeldingen.map((old, at) => (at === index ? { ...old, ...value } : old)),
                  )
                }
              />
              <Button
                weight="subtle"
                icon={<Trash2 aria-hidden="true" size={18} />}
                onClick={() =>
                  set(
                    'vermeldingen',
                    values.vermeldingen.filter((_, at) => at !== index),
                  )
                }
                aria-label={t('signaal.vermelding.weg.nummer', { nummer: index + 1 })}
              >
                {t('signaal.vermelding.weg')}
              </Button>
            </fieldset>
          ))}
          <div>
            <Button icon={<Plus aria-hidden="true" size={18} />} onClick={addMention}>
              {t('signaal.vermelding.toevoegen')}
            </Button>
          </div>
        </section>

        <section className="dw-vlak dw-vormdeel dw-vormdeel--afgeschermd" aria-labelledby="deel-melder">
          <h2 id="deel-melder" className="nl-heading nl-heading--level-3">
            <LockKeyhole aria-hidden="true" size={18} /> {t('signaal.melder')}
          </h2>
          <p className="dw-zacht">{t('signaal.melder.uitleg')}</p>
          <div className="dw-kolommen">
            <TextField {...form.field('melderNaam')} label={t('signaal.melder.naam')} optional maxLength={200} />
            <TextField {...form.field('melderContact')} label={t('signaal.melder.contact')} optional maxLength={200} />
          </div>
        </section>

        {mayRead && (
          <section className="dw-vlak dw-vormdeel" aria-labelledby="deel-zien">
            <h2 id="deel-zien" className="nl-heading nl-heading--level-3">
              {t('signaal.deel.zien')}
            </h2>
            <RadioField
              name="zien"
              label={t('signaal.deel.zien')}
              value={values.zien}
              onChange={(zien) => set('zien', zien as Velden['zien'])}
              options={[
                { value: 'team', label: t('signaal.zien.team'), hint: t('signaal.zien.team.uitleg') },
                { value: 'alleen', label: t('signaal.zien.alleen'), hint: t('signaal.zien.alleen.uitleg') },
              ]}
            />
            {values.zien === 'alleen' && (
              <FieldGroup
                name="alleen"
                label={labels.alleen}
                hint={t('signaal.zien.wie.hulp')}
                optional
                error={errors.alleen}
              >
                <div className="dw-leden">
                  {collegas.map((one, index) => (
                    <Checkbox
                      key={one.id}
                      {...(index === 0 ? { id: fieldId('alleen') } : {})}
                      label={one.naam}
                      checked={values.alleen.includes(one.id)}
                      onChange={(checked) =>
                        set(
                          'alleen',
                          checked ? [...values.alleen, one.id] : values.alleen.filter((id) => id !== one.id),
                        )
                      }
                    />
                  ))}
                </div>
              </FieldGroup>
            )}
            {values.zien === 'alleen' && (
              <DateField
                {...form.field('embargoTot')}
                label={labels.embargoTot}
                hint={t('signaal.embargo.tot.hulp')}
                optional
              />
            )}
          </section>
        )}

        <div className="dw-knoppen dw-vormvoet">
          <Button type="submit" weight="primary" busy={form.busy}>
            {t('signaal.opslaan')}
          </Button>
          <Button weight="subtle" onClick={() => void navigate({ to: mayRead ? '/signalen' : '/' })}>
            {t('basis.annuleren')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
