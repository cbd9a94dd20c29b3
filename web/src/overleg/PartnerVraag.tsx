// SPDX-License-Identifier: EUPL-1.2
// Asking a partner something from the item on the table: over a source of its casus, with the item as where it came from.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Agendapunt, Id } from '../api/typen';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { Failed, Loading } from '../basis/states';
import { StelVorm } from '../vraag/StelVorm';
import { leesDossier } from './api';

export default function PartnerVraag({ punt, casus, onClose }: { punt: Agendapunt; casus: Id; onClose: () => void }) {
  const { t } = useLanguage();
  const found = useQuery({ queryKey: ['overlegbronnen', casus], queryFn: () => leesDossier(casus), staleTime: 0 });
  const bronnen = found.data?.bronnen ?? [];
  if (bronnen.some((one) => !one.intern))
    return <StelVorm casus={casus} bronnen={bronnen} punt={punt.id} onClose={onClose} />;
  return (
    <Dialog title={t('overleg.vraag')} onClose={onClose}>
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && (
        <>
          <p className="nl-paragraph">{t('overleg.vraag.geenbron')}</p>
          <Link to="/casussen/$id" params={{ id: casus }} className="nl-link">
            {punt.dossier?.kenmerk} {punt.dossier?.naam}
          </Link>
        </>
      )}
    </Dialog>
  );
}
