// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { Button } from '../basis/button';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { aanmeldwijzenQuery, goToProvider } from './aanbieder';
import { demoQuery } from './demo';
import { LoginForm } from './LoginForm';
import { Voordeur } from './Voordeur';

const route = getRouteApi('/inloggen');

export default function Inloggen() {
  const { t } = useLanguage();
  const router = useRouter();
  const { naar, fout } = route.useSearch();
  const aanbieder = useQuery(aanmeldwijzenQuery).data?.aanbieder ?? null;
  const demo = useQuery(demoQuery).data;
  return (
    <Voordeur demo={demo !== undefined && demo !== null}>
      <PageHeading title={t('toegang.kop')} />
      {demo && (
        <p className="nl-paragraph dw-voordeur__demo">
          {t('toegang.demo.verwijzing')}{' '}
          <Link to="/demo" className="nl-link">
            {t('toegang.demo.link')}
          </Link>
        </p>
      )}
      {fout !== undefined && (
        <div role="alert" className="dw-mislukt">
          {t(fout === 'niet-beschikbaar' ? 'toegang.aanbieder.stil' : 'toegang.aanbieder.mislukt')}
        </div>
      )}
      {aanbieder !== null && (
        <>
          <Button weight="primary" className="dw-voordeur__weg" onClick={() => goToProvider(naar ?? '/')}>
            {t('toegang.aanbieder', { naam: aanbieder })}
          </Button>
          <h2 className="nl-heading nl-heading--level-4">{t('toegang.aanbieder.of')}</h2>
        </>
      )}
      <LoginForm onDone={() => router.history.push(naar ?? '/')} />
    </Voordeur>
  );
}
