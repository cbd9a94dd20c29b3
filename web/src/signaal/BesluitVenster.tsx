// SPDX-License-Identifier: EUPL-1.2
// Taking a decision on one signaal or on several marked ones. With several: first a preview of what will and what
// cannot be done, then one by one; a refusal of one does not undo the others.
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Id, Signaal } from '../api/typen';
import { now } from '../basis/clock';
import { Dialog } from '../basis/dialog';
import { dayOf, isDay } from '../basis/format';
import { type Translate, useLanguage } from '../basis/language';
import { isConflict, problemText } from '../basis/problem';
import { Loading } from '../basis/states';
import { DateField } from '../basis/vorm/dates';
import { ErrorSummary, type FormErrors } from '../basis/vorm/errors';
import { FormButtons } from '../basis/vorm/Form';
import { fieldId, TextArea, TextField } from '../basis/vorm/fields';
import { fieldNames, useForm } from '../basis/vorm/useForm';
import { signaalQuery, toonOveral, zetOver } from './api';
import { type Besluit, mogelijk, VRAAGT } from './besluiten';

const SignaalKeuze = lazy(() => import('./SignaalKeuze'));

interface Velden {
  reden: string;
  tot: string;
  naarWie: string;
  duplicaatVan: Id | null;
}

interface BesluitVensterProps {
  besluit: Besluit;
  ids: readonly Id[];
  onClose: () => void;
  /** The signalen as they stand after the decision. */
  onDone: (changed: Signaal[]) => void;
}

const MAX_REDEN = 2000;

function controleer(values: Velden, besluit: Besluit, t: Translate): FormErrors {
  const needs = VRAAGT[besluit];
  const errors: FormErrors = {};
  if (needs.duplicaatVan && values.duplicaatVan === null) errors.duplicaatVan = t('signaal.besluit.fout.duplicaat');
  if (needs.naarWie && values.naarWie.trim() === '') errors.naarWie = t('signaal.besluit.fout.naarwie');
  if (needs.tot && (!isDay(values.tot) || values.tot <= dayOf(now()))) errors.tot = t('signaal.besluit.fout.tot');
  if (values.reden.trim() === '') errors.reden = t('signaal.besluit.fout.reden');
  else if (values.reden.length > MAX_REDEN) errors.reden = t('signaal.fout.lang', { aantal: MAX_REDEN });
  return errors;
}

/** Tomorrow in a week: what people choose most. */
function overEenWeek(): string {
  return dayOf(new Date(now().getTime() + 7 * 86_400_000));
}

function Vooraf({ signalen, besluit }: { signalen: readonly Signaal[]; besluit: Besluit }) {
  const { t } = useLanguage();
  return (
    <ul className="dw-vooraf">
      {signalen.map((one) => (
        <li key={one.id}>
          <span className="dw-kenmerk">{one.kenmerk}</span> {one.titel}
          {!mogelijk(one).includes(besluit) && (
            <strong> — {t('signaal.besluit.kanniet', { status: t(`signaal.status.${one.status}`) })}</strong>
          )}
        </li>
      ))}
    </ul>
  );
}

export function BesluitVenster({ besluit, ids, onClose, onDone }: BesluitVensterProps) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const found = useQueries({ queries: ids.map((id) => signaalQuery(id)) });
  const signalen = found.flatMap((one) => (one.data === undefined ? [] : [one.data]));
  const ready = signalen.length === ids.length;
  const allowed = signalen.filter((one) => mogelijk(one).includes(besluit));
  const needs = VRAAGT[besluit];
  // One decides with the keyboard: begin typing at once.
  const first = needs.naarWie ? 'naarWie' : needs.tot ? 'tot' : 'reden';
  useEffect(() => {
    if (ready && !needs.duplicaatVan) document.getElementById(fieldId(first))?.focus();
  }, [ready, needs.duplicaatVan, first]);
  const [refused, setRefused] = useState<{ signaal: Signaal; error: unknown }[]>([]);

  const form = useForm<Velden>({
    initial: { reden: '', tot: overEenWeek(), naarWie: '', duplicaatVan: null },
    check: (values) => controleer(values, besluit, t),
    send: async (values) => {
      const details = {
        reden: values.reden.trim(),
        tot: needs.tot ? values.tot : null,
        naarWie: needs.naarWie ? values.naarWie.trim() : null,
        duplicaatVan: needs.duplicaatVan ? values.duplicaatVan : null,
      };
      const changed: Signaal[] = [];
      const failed: typeof refused = [];
      for (const signaal of allowed) {
        try {
          const after = await zetOver(signaal, besluit, details);
          toonOveral(client, after);
          changed.push(after);
        } catch (error) {
          if (ids.length === 1 && !isConflict(error)) throw error;
          if (isConflict(error)) await client.invalidateQueries({ queryKey: ['signaal', signaal.id] });
          failed.push({ signaal, error });
        }
      }
      setRefused(failed);
      if (failed.length === 0) onDone(changed);
    },
  });

  const single = ids.length === 1 ? signalen[0] : undefined;
  return (
    <Dialog title={t(`signaal.besluit.${besluit}`)} onClose={onClose}>
      {!ready && <Loading />}
      {ready && single !== undefined && (
        <p className="nl-paragraph">
          <span className="dw-kenmerk dw-zacht">{single.kenmerk}</span> {single.titel}
        </p>
      )}
      {ready && single === undefined && <Vooraf signalen={signalen} besluit={besluit} />}
      {ready && allowed.length === 0 && <p className="nl-paragraph">{t('signaal.besluit.geen')}</p>}
      {ready && allowed.length > 0 && (
        <form
          noValidate
          className="dw-vorm"
          onSubmit={(event) => {
            event.preventDefault();
            void form.submit();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void form.submit();
          }}
        >
          <ErrorSummary
            errors={form.errors}
            failure={form.failure}
            fields={fieldNames(form.values)}
            attempt={form.attempt}
          />
          {refused.length > 0 && (
            <div className="dw-mislukt" role="alert">
              <p>{t('signaal.besluit.deels', { aantal: refused.length })}</p>
              <ul>
                {refused.map(({ signaal, error }) => (
                  <li key={signaal.id}>
                    {signaal.kenmerk}: {isConflict(error) ? t('signaal.besluit.verouderd') : problemText(error, t)}
                  </li>
                ))}
              </ul>
            </div>
          )}
          {needs.duplicaatVan && (
            <Suspense fallback={<Loading />}>
              <SignaalKeuze
                name="duplicaatVan"
                error={form.errors.duplicaatVan}
                behalve={ids}
                onChoose={(id) => form.set('duplicaatVan', id)}
              />
            </Suspense>
          )}
          {needs.naarWie && (
            <TextField
              {...form.field('naarWie')}
              label={t('signaal.besluit.naarwie')}
              hint={t('signaal.besluit.naarwie.hulp')}
              maxLength={200}
            />
          )}
          {needs.tot && <DateField {...form.field('tot')} label={t('signaal.besluit.tot')} />}
          <TextArea
            {...form.field('reden')}
            label={t(`signaal.besluit.reden.${besluit}`)}
            hint={t('signaal.besluit.reden.hulp')}
          />
          <FormButtons form={form} onCancel={onClose}>
            {allowed.length > 1
              ? t(`signaal.besluit.doe.meer`, { wat: t(`signaal.besluit.${besluit}`), aantal: allowed.length })
              : t(`signaal.besluit.${besluit}`)}
          </FormButtons>
        </form>
      )}
    </Dialog>
  );
}
