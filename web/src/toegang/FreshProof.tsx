// SPDX-License-Identifier: EUPL-1.2
// What unmasks, exports or destroys asks the user to prove himself again. This window leads him through it; what he asked
// for then goes on by itself, or, after a trip to the identity provider, when he asks again.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, askProof, unwrap } from '../basis/api';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { startSession, useSession } from '../basis/session';
import { ErrorSummary, type FormErrors } from '../basis/vorm/errors';
import { TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { aanmeldwijzenQuery, goToProvider, here } from './aanbieder';
import { demoLogin, demoQuery } from './demo';

function PasswordAgain({ onDone }: { onDone: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { wachtwoord: '', totp: '' },
    check: (values) => {
      const errors: FormErrors = {};
      if (values.wachtwoord === '') errors.wachtwoord = t('toegang.fout.wachtwoord');
      if (!/^\d{6}$/.test(values.totp.replaceAll(/\s/g, ''))) errors.totp = t('toegang.fout.totp');
      return errors;
    },
    send: async (values) => {
      const body = { wachtwoord: values.wachtwoord, totp: values.totp.replaceAll(/\s/g, '') };
      startSession(client, await unwrap(api.POST('/v1/sessie/_opnieuw', { body })));
      onDone();
    },
  });
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
        {...form.field('wachtwoord')}
        type="password"
        label={t('toegang.wachtwoord')}
        autoComplete="current-password"
      />
      <TextField
        {...form.field('totp')}
        label={t('toegang.totp')}
        hint={t('toegang.totp.hulp')}
        autoComplete="one-time-code"
        inputMode="numeric"
        className="dw-invoer--code"
      />
      <div className="dw-knoppen">
        <Button type="submit" weight="primary" busy={form.busy}>
          {t('toegang.opnieuw.verder')}
        </Button>
      </div>
    </form>
  );
}

function ProviderAgain() {
  const { t } = useLanguage();
  const naam = useQuery(aanmeldwijzenQuery).data?.aanbieder ?? '';
  return (
    <>
      <p className="nl-paragraph">{t('toegang.opnieuw.weg')}</p>
      <div className="dw-knoppen">
        <Button weight="primary" onClick={() => goToProvider(here(), true)}>
          {t('toegang.aanbieder', { naam })}
        </Button>
      </div>
    </>
  );
}

function DemoAgain({ onDone }: { onDone: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const { gebruiker } = useSession();
  const same = useQuery(demoQuery).data?.find((user) => user.naam === gebruiker.naam);
  const [failure, setFailure] = useState<unknown>(null);
  const again = () => {
    if (same !== undefined) demoLogin(client, same.gebruikersnaam).then(onDone, setFailure);
  };
  return (
    <>
      {failure !== null && (
        <div role="alert" className="dw-mislukt">
          {problemText(failure, t, false)}
        </div>
      )}
      <div className="dw-knoppen">
        <Button weight="primary" onClick={again}>
          {t('toegang.verlopen.demo', { naam: gebruiker.naam })}
        </Button>
      </div>
    </>
  );
}

export function FreshProof() {
  const { t } = useLanguage();
  const { wijze } = useSession();
  const [waiting, setWaiting] = useState<((proved: boolean) => void) | null>(null);
  useEffect(() => {
    askProof(() => new Promise((answer) => setWaiting(() => answer)));
    return () => askProof(null);
  }, []);
  if (waiting === null) return null;
  const end = (proved: boolean) => {
    setWaiting(null);
    waiting(proved);
  };
  return (
    <Dialog title={t('toegang.opnieuw.kop')} onClose={() => end(false)}>
      <p className="nl-paragraph">{t('toegang.opnieuw.tekst')}</p>
      {wijze === 'wachtwoord' && <PasswordAgain onDone={() => end(true)} />}
      {wijze === 'oidc' && <ProviderAgain />}
      {wijze === 'demo' && <DemoAgain onDone={() => end(true)} />}
    </Dialog>
  );
}
