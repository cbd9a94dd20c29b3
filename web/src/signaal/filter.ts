// SPDX-License-Identifier: EUPL-1.2
// The work queue as an address: which tab, which filters, which order. Codes, ids and dates only; words that somebody
// searches for stay in the history state of the tab.
import * as v from 'valibot';
import type { SignaalFilter } from '../api/paden';
import { SIGNAALSTATUSSEN, type SignaalRegel, type SignaalStatus } from '../api/typen';

export const TABS = ['nieuw', 'wegen', 'uitgesteld', 'mijn', 'alles'] as const;
export type Tab = (typeof TABS)[number];
export const VOLGORDEN = ['-ontvangenOp', 'ontvangenOp', '-gewijzigdOp'] as const;
export type Volgorde = (typeof VOLGORDEN)[number];

const CODE = /^[a-z0-9][a-z0-9_-]{0,60}$/i;
const maybe = <S extends v.GenericSchema>(schema: S) => v.fallback(v.optional(schema), undefined);
const code = v.pipe(v.string(), v.regex(CODE));

function isStatus(text: string): text is SignaalStatus {
  return (SIGNAALSTATUSSEN as readonly string[]).includes(text);
}

/** How the API asks for signalen without a theme. */
export const ZONDER_THEMA = 'geen';

/** Unknown statuses are dropped; nothing left = no filter. */
const statuses = v.pipe(
  v.string(),
  v.transform((text) => text.split(',').filter(isStatus).join(',')),
  v.minLength(1),
);

export const inboxSearch = v.object({
  tab: maybe(v.picklist(TABS)),
  status: maybe(statuses),
  thema: maybe(code),
  bron: maybe(code),
  behandelaar: maybe(v.pipe(v.string(), v.uuid())),
  sorteer: maybe(v.picklist(VOLGORDEN)),
  open: maybe(v.pipe(v.string(), v.uuid())),
});
export type InboxSearch = v.InferOutput<typeof inboxSearch>;

const VAN_TAB: Record<Exclude<Tab, 'alles'>, readonly SignaalStatus[]> = {
  nieuw: ['nieuw'],
  wegen: ['in_weging'],
  uitgesteld: ['uitgesteld'],
  mijn: ['nieuw', 'in_weging', 'uitgesteld'],
};

/** The tab that is shown: a filter on status, theme or person alone means all of them. */
export function tabOf(search: InboxSearch): Tab {
  if (search.tab !== undefined) return search.tab;
  const filtered = [search.status, search.thema, search.bron, search.behandelaar];
  return filtered.some((one) => one !== undefined) ? 'alles' : 'nieuw';
}

export interface Lijstvraag {
  filter: SignaalFilter;
  /** What somebody typed; empty = no search. */
  tekst: string;
}

/** What to ask the server for this address, for this user. */
export function lijstvraag(search: InboxSearch, me: string, tekst: string): Lijstvraag {
  const tab = tabOf(search);
  const filter: SignaalFilter = { sorteer: search.sorteer ?? '-ontvangenOp' };
  const status = tab === 'alles' ? search.status : VAN_TAB[tab].join(',');
  if (status !== undefined) filter.status = status;
  if (search.thema !== undefined) filter.thema = search.thema;
  if (search.bron !== undefined) filter.bron = search.bron;
  const behandelaar = tab === 'mijn' ? me : search.behandelaar;
  if (behandelaar !== undefined) filter.behandelaar = behandelaar;
  return { filter, tekst: tekst.trim() };
}

/** Whether a changed signaal still belongs in a list with this question. */
export function hoortErbij({ filter }: Lijstvraag, row: SignaalRegel): boolean {
  if (filter.status !== undefined && !filter.status.split(',').includes(row.status)) return false;
  if (filter.thema !== undefined && (row.thema ?? ZONDER_THEMA) !== filter.thema) return false;
  if (filter.bron !== undefined && row.bron !== filter.bron) return false;
  return filter.behandelaar === undefined || row.behandelaar?.id === filter.behandelaar;
}
