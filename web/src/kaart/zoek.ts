// SPDX-License-Identifier: EUPL-1.2
// What of the map stands in the address: a day, an area, what is listed. Nothing of a person; a drawn area does not.
import * as v from 'valibot';
import { GEBIEDSOORTEN, GEBRUIKEN } from '../api/typen';

export const kaartSearch = v.object({
  peil: v.fallback(v.optional(v.pipe(v.string(), v.isoDate())), undefined),
  soort: v.fallback(v.optional(v.picklist(GEBIEDSOORTEN)), undefined),
  code: v.fallback(v.optional(v.pipe(v.string(), v.maxLength(40))), undefined),
  wat: v.fallback(v.optional(v.picklist(['objecten', 'panden'])), undefined),
  gebruik: v.fallback(v.optional(v.picklist(GEBRUIKEN)), undefined),
});
export type KaartSearch = v.InferOutput<typeof kaartSearch>;
