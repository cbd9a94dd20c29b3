// SPDX-License-Identifier: EUPL-1.2
import type { KnoopRef } from '../api/typen';
import { bedrijfspad, dossierpad, type Pad } from '../zoek/api';

/** The screen of an object; null for what has none. */
export function schermVan({ soort, id }: KnoopRef): Pad | null {
  if (soort === 'signaal' || soort === 'casus') return dossierpad({ soort, id, kenmerk: '', naam: '' });
  return soort === 'onderneming' ? bedrijfspad(id) : null;
}
