// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { Bron, Id } from '../api/typen';
import { documentenQuery } from '../document/api';
import type { Keuze } from '../entiteit/label';

/** The sources and files of a casus that something can be taken from. `nu`: false while the screen shows an earlier day. */
export function useKeuzes(casus: Id, bronnen: readonly Bron[], nu: boolean): Keuze[] {
  const documenten = useQuery({ ...documentenQuery(casus, null), enabled: nu }).data ?? [];
  return [
    ...bronnen.map((one) => ({ value: `bron:${one.id}`, label: one.naam, regime: one.regime })),
    ...documenten.map((one) => ({ value: `document:${one.id}`, label: one.naam, regime: one.regime })),
  ];
}
