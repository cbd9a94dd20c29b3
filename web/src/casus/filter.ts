// SPDX-License-Identifier: EUPL-1.2
// The list of casussen as an address: codes and ids only.
import * as v from 'valibot';
import type { CasusFilter } from '../api/paden';
import { CASUSFASEN, type CasusFase, ETIKETTEN } from '../api/typen';

export const CASUSVOLGORDEN = ['-laatsteActiviteit', 'laatsteActiviteit', 'eersteTermijn', '-geopendOp'] as const;

const maybe = <S extends v.GenericSchema>(schema: S) => v.fallback(v.optional(schema), undefined);

function isFase(text: string): text is CasusFase {
  return (CASUSFASEN as readonly string[]).includes(text);
}

export const casussenSearch = v.object({
  fase: maybe(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(',').filter(isFase).join(',')),
      v.minLength(1),
    ),
  ),
  thema: maybe(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,59}$/))),
  trekker: maybe(v.pipe(v.string(), v.uuid())),
  etiket: maybe(v.picklist(ETIKETTEN)),
  sorteer: maybe(v.picklist(CASUSVOLGORDEN)),
});
export type CasussenSearch = v.InferOutput<typeof casussenSearch>;

export interface Casusvraag {
  filter: CasusFilter;
  tekst: string;
}

/** What to ask the server for this address. */
export function casusvraag(search: CasussenSearch, tekst: string): Casusvraag {
  const filter: CasusFilter = { sorteer: search.sorteer ?? '-laatsteActiviteit' };
  if (search.fase !== undefined) filter.fase = search.fase;
  if (search.thema !== undefined) filter.thema = search.thema;
  if (search.trekker !== undefined) filter.trekker = search.trekker;
  if (search.etiket !== undefined) filter.etiket = search.etiket;
  return { filter, tekst: tekst.trim() };
}
