// SPDX-License-Identifier: EUPL-1.2
// From an object to the network around it, for whoever may see that.
import { Link } from '@tanstack/react-router';
import { Waypoints } from 'lucide-react';
import { useLanguage } from './language';
import { useRight } from './session';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What the network begins with when that may stand in no address. */
    netwerk?: { soort: string; id: string } | { soort: string; id: string }[];
  }
}

export function NaarNetwerk({ soort, id }: { soort: 'signaal' | 'casus' | 'onderneming' | 'adres'; id: string }) {
  const { t } = useLanguage();
  if (!useRight('netwerk.zien')) return null;
  const hoe = soort === 'adres' ? { state: { netwerk: { soort, id } } } : { search: { van: soort, id } };
  return (
    <Link to="/netwerk" {...hoe} className="nl-link dw-wiezag">
      <Waypoints aria-hidden="true" size={18} /> {t('basis.netwerk')}
    </Link>
  );
}
