// SPDX-License-Identifier: EUPL-1.2
// Warns before the session ends, and asks to log in again on top of the work when it has ended. What was typed on the
// screen below stays there.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { lastAnswer } from '../basis/api';
import { Button } from '../basis/button';
import { now } from '../basis/clock';
import { Dialog } from '../basis/dialog';
import { formatTime } from '../basis/format';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { renewSession, sessionQuery, setLapsed, useLapsed, useSession } from '../basis/session';
import { aanmeldwijzenQuery, goToProvider, here } from './aanbieder';
import { demoLogin, demoQuery } from './demo';
import { LoginForm } from './LoginForm';

const WARN_MS = 5 * 60_000;
const LOOK_MS = 15_000;

/** Milliseconds left. Every answer of the server renews the session by its whole length. */
export function timeLeft(expiresAt: number, readAt: number, answeredAt: number, at: number): number {
  return expiresAt + Math.max(0, answeredAt - readAt) - at;
}

function useTimeLeft(): number {
  const { verlooptOp } = useSession();
  const readAt = useQueryClient().getQueryState(sessionQuery.queryKey)?.dataUpdatedAt ?? 0;
  const [left, setLeft] = useState(Number.POSITIVE_INFINITY);
  useEffect(() => {
    const measure = () => setLeft(timeLeft(Date.parse(verlooptOp), readAt, lastAnswer(), now().getTime()));
    measure();
    const timer = setInterval(measure, LOOK_MS);
    return () => clearInterval(timer);
  }, [verlooptOp, readAt]);
  return left;
}

function Lapsed() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const session = useSession();
  const demo = useQuery({ ...demoQuery, enabled: session.demo }).data;
  const aanbieder = useQuery({ ...aanmeldwijzenQuery, enabled: session.wijze === 'oidc' }).data?.aanbieder ?? '';
  const [failure, setFailure] = useState<unknown>(null);
  const same = demo?.find((user) => user.naam === session.gebruiker.naam);
  const resume = (userId: string) => {
    // Somebody else took over this screen: nothing of the first may stay on it.
    if (userId !== session.gebruiker.id) window.location.assign('/');
    else void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'sessie' });
  };
  return (
    <Dialog title={t('toegang.verlopen.kop')} onClose={() => undefined} closable={false}>
      <p className="nl-paragraph">{t(session.wijze === 'oidc' ? 'toegang.verlopen.weg' : 'toegang.verlopen.tekst')}</p>
      {failure !== null && (
        <div role="alert" className="dw-mislukt">
          {problemText(failure, t)}
        </div>
      )}
      {session.wijze === 'oidc' ? (
        <Button weight="primary" onClick={() => goToProvider(here())}>
          {t('toegang.aanbieder', { naam: aanbieder })}
        </Button>
      ) : same === undefined ? (
        <LoginForm onDone={(fresh) => resume(fresh.gebruiker.id)} />
      ) : (
        <Button
          weight="primary"
          onClick={() =>
            demoLogin(client, same.gebruikersnaam).then(
              (fresh) => resume(fresh.gebruiker.id),
              (error) => setFailure(error),
            )
          }
        >
          {t('toegang.verlopen.demo', { naam: same.naam })}
        </Button>
      )}
    </Dialog>
  );
}

export function SessionWatch({ onLogout }: { onLogout: () => void }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const session = useSession();
  const lapsed = useLapsed();
  const left = useTimeLeft();
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    if (left <= 0) setLapsed(true);
  }, [left]);
  if (lapsed) return <Lapsed />;
  if (left > WARN_MS || left <= 0) return null;
  const extend = async () => {
    setFailure(null);
    try {
      await renewSession(client);
    } catch (error) {
      setFailure(error);
    }
  };
  const end = formatTime(new Date(now().getTime() + left), language);
  return (
    <Dialog title={t('toegang.bijna.kop')} onClose={() => void extend()}>
      <p className="nl-paragraph">{t('toegang.bijna.tekst', { tijd: end, naam: session.gebruiker.naam })}</p>
      {failure !== null && (
        <div role="alert" className="dw-mislukt">
          {problemText(failure, t, false)}
        </div>
      )}
      <div className="dw-knoppen">
        <Button weight="primary" onClick={() => void extend()}>
          {t('toegang.bijna.blijven')}
        </Button>
        <Button onClick={onLogout}>{t('basis.uitloggen')}</Button>
      </div>
    </Dialog>
  );
}
