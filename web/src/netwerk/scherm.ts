// SPDX-License-Identifier: EUPL-1.2
import type { Netwerkknoop } from '../api/typen';
import { bedrijfspad, dossierpad, type Pad } from '../zoek/api';

/** The screen of an object; null for what has none. */
export function schermVan({ soort, id, bedrijf }: Netwerkknoop): Pad | null {
  if (soort === 'signaal' || soort === 'casus') return dossierpad({ soort, id, kenmerk: '', naam: '' });
  return bedrijf === null ? null : bedrijfspad(bedrijf);
}
