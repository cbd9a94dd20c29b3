// SPDX-License-Identifier: EUPL-1.2
// When a screen itself breaks, and when an address leads nowhere.
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { NetworkError } from '../api';
import { Button } from '../button';
import { useLanguage } from '../language';
import { PageHeading } from '../page';
import { isMissing } from '../problem';

export function NotFound() {
  const { t } = useLanguage();
  return (
    <div className="dw-scherm dw-scherm--smal">
      <PageHeading title={t('basis.nietgevonden.kop')} />
      <p className="nl-paragraph">{t('basis.nietgevonden.tekst')}</p>
      <p className="nl-paragraph">
        <Link to="/" className="nl-link">
          {t('basis.naarmijnwerk')}
        </Link>
      </p>
    </div>
  );
}

export function ErrorScreen({ error, reset }: ErrorComponentProps) {
  const { t } = useLanguage();
  if (isMissing(error)) return <NotFound />;
  const unreachable =
    error instanceof NetworkError || /dynamically imported module|importing a module/i.test(String(error));
  return (
    <div className="dw-scherm dw-scherm--smal" role="alert">
      <PageHeading title={t(unreachable ? 'basis.nietopgehaald.kop' : 'basis.stuk.kop')} />
      <p className="nl-paragraph">{t(unreachable ? 'basis.nietopgehaald.tekst' : 'basis.stuk.tekst')}</p>
      <p className="nl-paragraph">{t('basis.stuk.opgeslagen')}</p>
      <div className="dw-knoppen">
        <Button weight="primary" onClick={reset}>
          {t('basis.opnieuw')}
        </Button>
        <Button onClick={() => window.location.reload()}>{t('basis.herladen')}</Button>
      </div>
    </div>
  );
}
