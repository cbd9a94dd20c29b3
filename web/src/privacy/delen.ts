// SPDX-License-Identifier: EUPL-1.2
import type { Recht } from '../api/typen';

/** The parts of supervision, each with an address and the right it asks. */
export const DELEN = {
  noodtoegang: 'noodtoegang.beoordelen',
  inzagen: 'inzagen.alle',
  informeren: 'toezicht.zien',
  verstrekkingen: 'toezicht.zien',
  signaleringen: 'incidenten.zien',
  incidenten: 'incidenten.zien',
  kenmerken: 'kenmerken.beheren',
} as const satisfies Record<string, Recht>;
export type Deel = keyof typeof DELEN;

/** The parts that are open to these rights, in order. */
export function openDelen(rechten: readonly Recht[]): Deel[] {
  return (Object.keys(DELEN) as Deel[]).filter((deel) => rechten.includes(DELEN[deel]));
}
