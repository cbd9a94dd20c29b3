// SPDX-License-Identifier: EUPL-1.2
// What needs me today: deadlines first, then what waits to be weighed.
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { Failed, Loading } from '../basis/states';
import { mijnWerkQuery } from './api';

export default function MijnWerk() {
  const { t } = useLanguage();
  const work = useQuery(mijnWerkQuery);
  return (
    <div className="dw-scherm">
      <PageHeading title={t('nav.mijnwerk')} />
      {work.isPending && <Loading />}
      {work.isError && <Failed error={work.error} retry={() => void work.refetch()} />}
    </div>
  );
}
