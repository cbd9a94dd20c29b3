// SPDX-License-Identifier: EUPL-1.2
// The work queue as an address: which tab, which filters, which order. Codes, ids and dates only; words that somebody
// searches for stay in the history state of the tab.
import * as v from 'valibot';
import type { SignaalFilter } from '../api/paden';
import { SIGNAALSTATUSSEN, type SignaalRegel, type SignaalStatus } from '../api/typen';
import { now } from '../basis/clock';
import { dayOf } from '../basis/format';

export const TABS = ['nieuw', 'wegen', 'uitgesteld', 'mijn', 'alles'] as const;
export type Tab = (typeof TABS)[number];
export const VOLGORDEN = ['-ontvangenOp', 'ontvangenOp', '-gewijzigdOp'] as const;
export type Volgorde = (typeof VOLGORDEN)[number];
/** What a signaal can wait for, as "Mijn werk" counts it. */
export const WACHTREDENEN = ['weging', 'casus', 'heroverweging'] as const;
export type Wachtreden = (typeof WACHTREDENEN)[number];

const CODE = /^[a-z0-9][a-z0-9_-]{0,60}$/i;
const maybe = <S extends v.GenericSchema>(schema: S) => v.fallback(v.optional(schema), undefined);
const code = v.pipe(v.string(), v.regex(CODE));
const dag = v.pipe(v.string(), v.isoDate());

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
  wacht: maybe(v.picklist(WACHTREDENEN)),
  /** First and last day of receipt. */
  vanaf: maybe(dag),
  totenmet: maybe(dag),
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

/** Whether the address asks for less than a whole tab. */
export function isGefilterd(search: InboxSearch): boolean {
  const { status, thema, bron, behandelaar, wacht, vanaf, totenmet } = search;
  return [status, thema, bron, behandelaar, wacht, vanaf, totenmet].some((one) => one !== undefined);
}

/** The tab that is shown: a filter alone means all of them. */
export function tabOf(search: InboxSearch): Tab {
  return search.tab ?? (isGefilterd(search) ? 'alles' : 'nieuw');
}

/** The first and last day of a month such as "2026-11". */
export function dagenVan(maand: string): { vanaf: string; totenmet: string } {
  const [jaar, nummer] = maand.split('-').map(Number) as [number, number];
  const laatste = new Date(Date.UTC(jaar, nummer, 0)).getUTCDate();
  return { vanaf: `${maand}-01`, totenmet: `${maand}-${laatste}` };
}

/** The day before that month. */
export function dagVoor(maand: string): string {
  return new Date(Date.parse(`${maand}-01T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
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
  if (search.wacht !== undefined) filter.wachtOp = search.wacht;
  if (search.vanaf !== undefined) filter.ontvangenVanaf = search.vanaf;
  if (search.totenmet !== undefined) filter.ontvangenTotEnMet = search.totenmet;
  return { filter, tekst: tekst.trim() };
}

const WACHT: Record<Wachtreden, (row: SignaalRegel) => boolean> = {
  weging: ({ status, wegingStap }) => status === 'nieuw' || (status === 'in_weging' && wegingStap < 4),
  casus: ({ status, wegingStap }) => status === 'in_weging' && wegingStap === 4,
  heroverweging: ({ status, uitgesteldTot }) => status === 'uitgesteld' && (uitgesteldTot ?? '') <= dayOf(now()),
};

/** Whether a changed signaal still belongs in a list with this question. */
export function hoortErbij({ filter }: Lijstvraag, row: SignaalRegel): boolean {
  if (filter.status !== undefined && !filter.status.split(',').includes(row.status)) return false;
  if (filter.thema !== undefined && (row.thema ?? ZONDER_THEMA) !== filter.thema) return false;
  if (filter.bron !== undefined && row.bron !== filter.bron) return false;
  if (filter.wachtOp !== undefined && !WACHT[filter.wachtOp as Wachtreden](row)) return false;
  const dag = dayOf(row.ontvangenOp);
  if (dag < (filter.ontvangenVanaf ?? dag) || dag > (filter.ontvangenTotEnMet ?? dag)) return false;
  return filter.behandelaar === undefined || row.behandelaar?.id === filter.behandelaar;
}
