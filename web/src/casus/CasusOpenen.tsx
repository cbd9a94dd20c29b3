// SPDX-License-Identifier: EUPL-1.2
// Opening a casus from a weighed signaal: working name, theme, who leads, who takes part.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { Id, Signaal } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { useLanguage } from '../basis/language';
import { collegasQuery, useLists } from '../basis/lists';
import { PageHeading } from '../basis/page';
import { isMissing } from '../basis/problem';
import { NotFound } from '../basis/schil/ErrorScreen';
import { useSession } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import type { FormErrors } from '../basis/vorm/errors';
import { Form } from '../basis/vorm/Form';
import { Checkbox, FieldGroup, fieldId, SelectField, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { signaalQuery } from '../signaal/api';
import { casusTeOpenen } from '../signaal/besluiten';
import { openCasus } from './api';
import '../basis/stijl/vakken.css';
import './casus.css';

const route = getRouteApi('/kantoor/casussen/nieuw');
const MAX_NAAM = 100;

interface Velden {
  signalen: Id[];
  werknaam: string;
  thema: string;
  trekker: Id;
  leden: Id[];
}

/** Names of persons in the signaal that also stand in the working name: those would show in lists and titles. */
export function persoonInNaam(werknaam: string, signaal: Pick<Signaal, 'vermeldingen'>): string | null {
  const words = werknaam.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  for (const one of signaal.vermeldingen) {
    if (one.soort !== 'persoon') continue;
    const parts = one.tekst.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    const hit = parts.find((part) => part.length > 3 && words.includes(part));
    if (hit !== undefined) return one.tekst;
  }
  return null;
}

function Vorm({ signaal }: { signaal: Signaal }) {
  const { t, language } = useLanguage();
  const { options } = useLists();
  const { gebruiker } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const people = [...(useQuery(collegasQuery).data ?? [])].sort((a, b) => a.naam.localeCompare(b.naam, language));
  const form = useForm<Velden>({
    initial: { signalen: [signaal.id], werknaam: '', thema: signaal.thema ?? '', trekker: gebruiker.id, leden: [] },
    labels: {
      werknaam: t('casus.werknaam'),
      thema: t('casus.thema'),
      trekker: t('casus.trekker'),
      leden: t('casus.leden'),
    },
    check: (values) => {
      const errors: FormErrors = {};
      if (values.werknaam.trim() === '') errors.werknaam = t('casus.fout.werknaam');
      else if (values.werknaam.trim().length > MAX_NAAM)
        errors.werknaam = t('casus.fout.werknaam.lang', { aantal: MAX_NAAM });
      if (values.thema === '') errors.thema = t('casus.fout.thema');
      return errors;
    },
    send: async (values) => {
      const casus = await openCasus({
        signalen: values.signalen,
        werknaam: values.werknaam.trim(),
        thema: values.thema,
        trekker: values.trekker,
        leden: values.leden.filter((id) => id !== values.trekker),
      });
      for (const key of ['signaal', 'signalen', 'casussen', 'tellingen', 'mijn-werk']) {
        void client.invalidateQueries({ queryKey: [key] });
      }
      announce(t('casus.geopend', { kenmerk: casus.kenmerk, werknaam: casus.werknaam }));
      await navigate({ to: '/casussen/$id', params: { id: casus.id } });
    },
  });
  const { values, set, errors } = form;
  const named = persoonInNaam(values.werknaam, signaal);
  return (
    <Form form={form} className="dw-casusopenen">
      <TextField
        {...form.field('werknaam')}
        label={t('casus.werknaam')}
        hint={t('casus.werknaam.hulp')}
        maxLength={MAX_NAAM + 50}
      />
      <div role="status">
        {named !== null && <p className="dw-hint">{t('casus.werknaam.persoon', { naam: named })}</p>}
      </div>
      <div className="dw-kolommen">
        <SelectField
          {...form.field('thema')}
          label={t('casus.thema')}
          hint={t('casus.openen.sjabloon')}
          none={t('basis.kies')}
          options={options('themas')}
        />
        <SelectField
          {...form.field('trekker')}
          label={t('casus.trekker')}
          hint={t('casus.trekker.hulp')}
          options={people.map((one) => ({ value: one.id, label: one.naam }))}
        />
      </div>
      <FieldGroup name="leden" label={t('casus.leden')} hint={t('casus.leden.hulp')} optional error={errors.leden}>
        <div className="dw-leden">
          {people
            .filter((one) => one.id !== values.trekker)
            .map((one, index) => (
              <Checkbox
                key={one.id}
                {...(index === 0 ? { id: fieldId('leden') } : {})}
                label={one.naam}
                checked={values.leden.includes(one.id)}
                onChange={(checked) =>
                  set('leden', checked ? [...values.leden, one.id] : values.leden.filter((id) => id !== one.id))
                }
              />
            ))}
        </div>
      </FieldGroup>
      <div className="dw-knoppen">
        <Button type="submit" weight="primary" busy={form.busy} hotkey="Ctrl+Enter">
          {t('casus.openen')}
        </Button>
        <Button weight="subtle" onClick={() => void navigate({ to: '/signalen/$id', params: { id: signaal.id } })}>
          {t('casus.later')}
        </Button>
      </div>
    </Form>
  );
}

export default function CasusOpenen() {
  const { t } = useLanguage();
  const { signaal: id } = route.useSearch();
  const found = useQuery(signaalQuery(id));
  if (found.isPending) return <Loading />;
  if (isMissing(found.error)) return <NotFound />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const signaal = found.data;
  return (
    <div className="dw-scherm dw-scherm--vorm">
      <Link to="/signalen/$id" params={{ id }} className="nl-link dw-terug">
        <ArrowLeft aria-hidden="true" size={16} /> {signaal.kenmerk}
      </Link>
      <PageHeading title={t('casus.openen')} />
      <p className="nl-paragraph dw-zacht">
        {t('casus.openen.uit')} <span className="dw-kenmerk">{signaal.kenmerk}</span> {signaal.titel}
      </p>
      <div className="dw-vlak dw-vormdeel">
        {casusTeOpenen(signaal) ? (
          <Vorm key={id} signaal={signaal} />
        ) : (
          <Empty title={t('casus.openen.kanniet')}>{t('casus.openen.kanniet.uitleg')}</Empty>
        )}
      </div>
    </div>
  );
}
