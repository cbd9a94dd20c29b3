// SPDX-License-Identifier: EUPL-1.2
// Giving an extract: to whom, what for, and only what is chosen; what this recipient may not have says why.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Feit, Id, Verstrekbaar } from '../api/typen';
import { announce } from '../basis/announce';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { Failed, Loading } from '../basis/states';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { Checkbox, FieldGroup, fieldId, SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { Minderjarigen } from '../casus/Minderjarigen';
import { geef, verstrekbaarQuery } from './api';

const KORTSTE_TEKST = 10;
/** Why a casus goes to the RIEC. */
const WAAROM = ['vermoeden', 'samenwerking', 'noodzaak'] as const;
const sleutel = ({ soort, rij }: { soort: string; rij: Id }) => `${soort} ${rij}`;

interface FeitenProps {
  feiten: readonly Feit[];
  regimes: readonly string[];
  gekozen: readonly string[];
  onChange: (gekozen: string[]) => void;
}

/** Every fact of the casus: to be chosen, or why not. */
function Feiten({ feiten, regimes, gekozen, onChange }: FeitenProps) {
  const { t } = useLanguage();
  const { name } = useLists();
  const waaromNiet = (one: Feit): string | null => {
    if (one.doorgifte === 'niet') return t('verstrekking.niet.doorgifte');
    if (!regimes.includes(one.regime)) return t('verstrekking.niet.regime', { regime: name('regimes', one.regime) });
    return null;
  };
  // The error summary leads here.
  const eerste = feiten.find((one) => waaromNiet(one) === null);
  return (
    <ul className="dw-vermeldingen">
      {feiten.map((one) => {
        const id = sleutel(one);
        const kop = `${t(`verstrekking.soort.${one.soort}`)}: ${one.naam}`;
        const niet = waaromNiet(one);
        return (
          <li key={id}>
            {niet === null ? (
              <Checkbox
                id={one === eerste ? fieldId('feiten') : undefined}
                label={kop}
                checked={gekozen.includes(id)}
                onChange={(aan) => onChange(aan ? [...gekozen, id] : gekozen.filter((een) => een !== id))}
              />
            ) : (
              <p>
                <strong>{kop}</strong>
                <br />
                {niet}
              </p>
            )}
            <p className="dw-lopend dw-zacht dw-klein">{one.tekst}</p>
          </li>
        );
      })}
    </ul>
  );
}

function Vorm({ casus, kan, onClose }: { casus: Id; kan: Verstrekbaar; onClose: () => void }) {
  const { t, language } = useLanguage();
  const { options } = useLists();
  const client = useQueryClient();
  const regimesVan = (code: string) => kan.ontvangers.find((one) => one.code === code)?.regimes ?? [];
  /** What was chosen and this recipient may have. */
  const keuze = (ontvanger: string, gekozen: readonly string[]) =>
    kan.feiten.filter(
      (one) => gekozen.includes(sleutel(one)) && one.doorgifte !== 'niet' && regimesVan(ontvanger).includes(one.regime),
    );
  const vraagtOverleg = (ontvanger: string, gekozen: readonly string[]) =>
    keuze(ontvanger, gekozen).some((one) => one.doorgifte === 'na_overleg');
  const form = useForm({
    initial: {
      ontvanger: '',
      terAttentieVan: '',
      doel: '',
      grondslag: '',
      tot: '',
      overleg: '',
      teNoemen: false,
      feiten: [] as string[],
      vermoeden: '',
      samenwerking: '',
      noodzaak: '',
      deelnemers: [] as string[],
    },
    labels: {
      ontvanger: t('verstrekking.ontvanger'),
      terAttentieVan: t('verstrekking.tav'),
      doel: t('verstrekking.doel'),
      grondslag: t('verstrekking.grondslag'),
      tot: t('verstrekking.tot'),
      overleg: t('verstrekking.overleg'),
      feiten: t('verstrekking.feiten'),
      teNoemen: t('verstrekking.tenoemen'),
      vermoeden: t('verstrekking.riec.vermoeden'),
      samenwerking: t('verstrekking.riec.samenwerking'),
      noodzaak: t('verstrekking.riec.noodzaak'),
      deelnemers: t('verstrekking.riec.deelnemers'),
    },
    check: (v): FormErrors => {
      const fouten: FormErrors = {};
      if (v.ontvanger === '') fouten.ontvanger = t('verstrekking.ontvanger.fout');
      if (v.terAttentieVan.trim().length < 2) fouten.terAttentieVan = t('verstrekking.tav.fout');
      if (v.doel.trim().length < KORTSTE_TEKST) fouten.doel = t('verstrekking.doel.fout');
      if (v.grondslag === '') fouten.grondslag = t('verstrekking.grondslag.fout');
      const dag = dayFault(v.tot, t);
      if (dag !== undefined) fouten.tot = dag;
      if (v.ontvanger !== '' && keuze(v.ontvanger, v.feiten).length === 0)
        fouten.feiten = t('verstrekking.feiten.fout');
      if (vraagtOverleg(v.ontvanger, v.feiten) && v.overleg.trim().length < KORTSTE_TEKST)
        fouten.overleg = t('verstrekking.overleg.fout');
      if (v.ontvanger === 'riec') {
        for (const one of WAAROM) if (v[one].trim().length < KORTSTE_TEKST) fouten[one] = t('verstrekking.riec.fout');
        if (v.deelnemers.length === 0) fouten.deelnemers = t('verstrekking.riec.deelnemers.fout');
      }
      return fouten;
    },
    send: async (v) => {
      const gegeven = await geef(client, casus, {
        ontvanger: v.ontvanger,
        terAttentieVan: v.terAttentieVan.trim(),
        doel: v.doel.trim(),
        grondslag: v.grondslag,
        teNoemen: v.teNoemen,
        feiten: keuze(v.ontvanger, v.feiten).map(({ soort, rij }) => ({ soort, rij })),
        ...(v.tot === '' ? {} : { tot: v.tot }),
        ...(vraagtOverleg(v.ontvanger, v.feiten) ? { overleg: v.overleg.trim() } : {}),
        ...(v.ontvanger === 'riec'
          ? {
              riec: {
                vermoeden: v.vermoeden.trim(),
                samenwerking: v.samenwerking.trim(),
                noodzaak: v.noodzaak.trim(),
                deelnemers: v.deelnemers,
              },
            }
          : {}),
      });
      announce(t('verstrekking.gegeven', { kenmerk: gegeven.kenmerk }));
      onClose();
    },
  });
  const { values, on, errors } = form;
  const uitleg = kan.feiten.length === 0 ? t('verstrekking.feiten.geen') : t('verstrekking.feiten.eerst');
  return (
    <Form form={form}>
      <p className="nl-paragraph">{t('verstrekking.over', { aantal: Math.max(0, kan.over) })}</p>
      <SelectField
        {...form.field('ontvanger')}
        label={t('verstrekking.ontvanger')}
        none={t('verstrekking.ontvanger.kies')}
        options={kan.ontvangers.map((one) => ({
          value: one.code,
          label: language === 'en' ? one.naamEn : one.naamNl,
        }))}
      />
      <TextField
        {...form.field('terAttentieVan')}
        label={t('verstrekking.tav')}
        hint={t('verstrekking.tav.hulp')}
        maxLength={200}
      />
      <TextArea {...form.field('doel')} label={t('verstrekking.doel')} rows={2} maxLength={2000} />
      <SelectField
        {...form.field('grondslag')}
        label={t('verstrekking.grondslag')}
        none={t('verstrekking.grondslag.kies')}
        options={options('grondslagen')}
      />
      <DateField {...form.field('tot')} label={t('verstrekking.tot')} optional />
      {values.ontvanger === 'riec' && (
        <>
          <p className="nl-paragraph">{t('verstrekking.riec.uitleg')}</p>
          {WAAROM.map((one) => (
            <TextArea
              key={one}
              name={one}
              label={t(`verstrekking.riec.${one}`)}
              rows={2}
              maxLength={2000}
              value={values[one]}
              onChange={on(one)}
              error={errors[one]}
            />
          ))}
          <FieldGroup
            name="deelnemers"
            label={t('verstrekking.riec.deelnemers')}
            hint={t('verstrekking.riec.deelnemers.hulp')}
            error={errors.deelnemers}
          >
            {kan.ontvangers
              .filter((one) => one.code !== 'riec')
              .map((one, nr) => (
                <Checkbox
                  key={one.code}
                  id={nr === 0 ? fieldId('deelnemers') : undefined}
                  label={language === 'en' ? one.naamEn : one.naamNl}
                  checked={values.deelnemers.includes(one.code)}
                  onChange={(aan) =>
                    on('deelnemers')(
                      aan ? [...values.deelnemers, one.code] : values.deelnemers.filter((een) => een !== one.code),
                    )
                  }
                />
              ))}
          </FieldGroup>
        </>
      )}
      <Minderjarigen aantal={keuze(values.ontvanger, values.feiten).filter((one) => one.minderjarig).length} />
      <FieldGroup
        name="feiten"
        label={t('verstrekking.feiten')}
        hint={values.ontvanger === '' || kan.feiten.length === 0 ? uitleg : undefined}
        error={errors.feiten}
      >
        {values.ontvanger !== '' && (
          <Feiten
            feiten={kan.feiten}
            regimes={regimesVan(values.ontvanger)}
            gekozen={values.feiten}
            onChange={on('feiten')}
          />
        )}
      </FieldGroup>
      {vraagtOverleg(values.ontvanger, values.feiten) && (
        <TextArea
          {...form.field('overleg')}
          label={t('verstrekking.overleg')}
          hint={t('verstrekking.overleg.hulp')}
          rows={2}
          maxLength={2000}
        />
      )}
      <Checkbox label={t('verstrekking.tenoemen')} checked={values.teNoemen} onChange={on('teNoemen')} />
      <FormButtons form={form} onCancel={onClose}>
        {t('verstrekking.geef')}
      </FormButtons>
    </Form>
  );
}

export function GevenVorm({ casus, onClose }: { casus: Id; onClose: () => void }) {
  const { t } = useLanguage();
  const kan = useQuery(verstrekbaarQuery(casus));
  return (
    <Dialog title={t('verstrekking.nieuw')} onClose={onClose} wide>
      {kan.isPending && <Loading />}
      {kan.isError && <Failed error={kan.error} retry={() => void kan.refetch()} />}
      {kan.data !== undefined && <Vorm casus={casus} kan={kan.data} onClose={onClose} />}
    </Dialog>
  );
}
