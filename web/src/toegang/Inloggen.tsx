// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { demoQuery } from './demo';
import { LoginForm } from './LoginForm';
import { Voordeur } from './Voordeur';

const route = getRouteApi('/inloggen');

export default function Inloggen() {
  const { t } = useLanguage();
  const router = useRouter();
  const { naar } = route.useSearch();
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
      <LoginForm onDone={() => router.history.push(naar ?? '/')} />
    </Voordeur>
  );
}
