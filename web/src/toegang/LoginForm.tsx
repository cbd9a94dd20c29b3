// SPDX-License-Identifier: EUPL-1.2
// Organisation, user name, password and the code of the authenticator app. Pasting works everywhere; the answer to a
// wrong login is always the same.
import { useQueryClient } from '@tanstack/react-query';
import type { Sessie } from '../api/typen';
import { api, unwrap } from '../basis/api';
import { Button } from '../basis/button';
import { useLanguage } from '../basis/language';
import { startSession } from '../basis/session';
import { ErrorSummary, type FormErrors } from '../basis/vorm/errors';
import { TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';

const KEPT = 'damwand.organisatie';

export function LoginForm({ onDone }: { onDone: (session: Sessie) => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { organisatie: localStorage.getItem(KEPT) ?? '', gebruikersnaam: '', wachtwoord: '', totp: '' },
    check: (values) => {
      const errors: FormErrors = {};
      if (values.organisatie.trim() === '') errors.organisatie = t('toegang.fout.organisatie');
      if (values.gebruikersnaam.trim() === '') errors.gebruikersnaam = t('toegang.fout.gebruikersnaam');
      if (values.wachtwoord === '') errors.wachtwoord = t('toegang.fout.wachtwoord');
      if (!/^\d{6}$/.test(values.totp.replaceAll(/\s/g, ''))) errors.totp = t('toegang.fout.totp');
      return errors;
    },
    send: async (values) => {
      const body = {
        organisatie: values.organisatie.trim(),
        gebruikersnaam: values.gebruikersnaam.trim(),
        wachtwoord: values.wachtwoord,
        totp: values.totp.replaceAll(/\s/g, ''),
      };
      const session = await unwrap(api.POST('/v1/sessie', { body }));
      localStorage.setItem(KEPT, session.organisatie.code);
      startSession(client, session);
      onDone(session);
    },
  });
  const labels = {
    organisatie: t('toegang.organisatie'),
    gebruikersnaam: t('toegang.gebruikersnaam'),
    wachtwoord: t('toegang.wachtwoord'),
    totp: t('toegang.totp'),
  };
  return (
    <form
      noValidate
      className="dw-vorm"
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <ErrorSummary errors={form.errors} failure={form.failure} attempt={form.attempt} />
      <TextField
        {...form.field('organisatie')}
        label={labels.organisatie}
        hint={t('toegang.organisatie.hulp')}
        autoComplete="organization"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        {...form.field('gebruikersnaam')}
        label={labels.gebruikersnaam}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        {...form.field('wachtwoord')}
        type="password"
        label={labels.wachtwoord}
        autoComplete="current-password"
      />
      <TextField
        {...form.field('totp')}
        label={labels.totp}
        hint={t('toegang.totp.hulp')}
        autoComplete="one-time-code"
        inputMode="numeric"
        className="dw-invoer--code"
      />
      <div className="dw-knoppen">
        <Button type="submit" weight="primary" busy={form.busy}>
          {t('toegang.inloggen')}
        </Button>
      </div>
    </form>
  );
}
