// SPDX-License-Identifier: EUPL-1.2
// Who is who in the demo: one click logs in as that person.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { problemText } from '../basis/problem';
import { Empty, Failed, Loading } from '../basis/states';
import { demoLogin, demoQuery } from './demo';
import { Voordeur } from './Voordeur';

export default function Demo() {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const demo = useQuery(demoQuery);
  const [failure, setFailure] = useState<unknown>(null);
  const enter = async (gebruikersnaam: string) => {
    try {
      setFailure(null);
      await demoLogin(client, gebruikersnaam);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'sessie' && queryKey[0] !== 'demo' });
      await navigate({ to: '/' });
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Voordeur demo={Boolean(demo.data)} wide>
      <PageHeading title={t('toegang.demo.kop')} />
      {demo.isPending && <Loading />}
      {demo.isError && <Failed error={demo.error} retry={() => void demo.refetch()} />}
      {demo.data === null && (
        <Empty title={t('toegang.demo.geen')}>
          <Link to="/inloggen" className="nl-link">
            {t('toegang.kop')}
          </Link>
        </Empty>
      )}
      {demo.data && (
        <>
          <p className="nl-paragraph">{t('toegang.demo.uitleg')}</p>
          {failure !== null && (
            <div role="alert" className="dw-mislukt">
              {problemText(failure, t, false)}
            </div>
          )}
          <ul className="dw-demolijst">
            {demo.data.map((user) => (
              <li key={user.gebruikersnaam}>
                <button type="button" className="dw-demokaart" onClick={() => void enter(user.gebruikersnaam)}>
                  <span className="dw-demokaart__wie">
                    <strong>{user.naam}</strong>
                    <span className="dw-demokaart__rol">{t(`rol.${user.rol}` as 'rol.coordinator')}</span>
                  </span>
                  <span className="dw-demokaart__wat">
                    {language === 'en' ? user.omschrijvingEn : user.omschrijvingNl}
                  </span>
                  <ArrowRight aria-hidden="true" size={20} />
                </button>
              </li>
            ))}
          </ul>
          <p className="nl-paragraph">
            <Link to="/inloggen" className="nl-link">
              {t('toegang.demo.echt')}
            </Link>
          </p>
        </>
      )}
    </Voordeur>
  );
}
