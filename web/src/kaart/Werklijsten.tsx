// SPDX-License-Identifier: EUPL-1.2
// The lists one made or works on.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { Empty, Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { werklijstenQuery } from './werklijst';
import './kaart.css';

export default function Werklijsten() {
  const { t, language } = useLanguage();
  const found = useQuery(werklijstenQuery);
  return (
    <div className="dw-scherm dw-werklijst">
      <PageHeading title={t('werklijst.kop')} />
      <p className="nl-paragraph">{t('werklijst.kop.uitleg')}</p>
      {found.isPending ? (
        <Loading />
      ) : found.isError ? (
        <Failed error={found.error} retry={() => void found.refetch()} />
      ) : found.data.length === 0 ? (
        <Empty title={t('werklijst.geen')}>
          {t('werklijst.geen.uitleg')}{' '}
          <Link to="/kaart" className="nl-link">
            {t('werklijst.naarkaart')}
          </Link>
        </Empty>
      ) : (
        <Vlak kop={t('werklijst.lijsten')}>
          <ul className="dw-verwijzingen">
            {found.data.map((one) => (
              <li key={one.id}>
                <Link to="/werklijsten/$id" params={{ id: one.id }} className="nl-link">
                  {one.naam}
                </Link>
                <span className="dw-verwijzingen__merk">
                  <span className="dw-zacht dw-klein">
                    {t('werklijst.voortgang', { gedaan: one.gedaan, aantal: one.aantal })}
                    {` · ${one.door.naam} · ${formatShortDate(one.op, language)}`}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </Vlak>
      )}
    </div>
  );
}
