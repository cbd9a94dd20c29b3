// SPDX-License-Identifier: EUPL-1.2
// The work queue of signalen: tabs and filters in the address, list, reading pane, and the keys of ux.md §3i.
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Id, Signaal } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { useShortcuts } from '../basis/keys';
import { useLanguage } from '../basis/language';
import { useMedia } from '../basis/media';
import { PageHeading } from '../basis/page';
import { useRight, useSession } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { signaalQuery, signaalTellingenQuery, signalenQuery } from './api';
import { BesluitVenster } from './BesluitVenster';
import { type Besluit, mogelijk, TOETS, teWegen } from './besluiten';
import { type InboxSearch, lijstvraag, TABS, type Tab, tabOf } from './filter';
import { InboxFilters } from './InboxFilters';
import { Leesvak } from './Leesvak';
import { LijstInKolom, LijstInPagina } from './SignalenLijst';
import './signaal.css';

const route = getRouteApi('/kantoor/signalen');
/** A row that is passed quickly is not read: every reading is kept in the log. */
const READ_AFTER_MS = 150;

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What was searched for; never in the address. */
    zoek?: string;
  }
}

function useDelayed<T>(value: T, ms: number): T {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return late;
}

function Tabs({ tab }: { tab: Tab }) {
  const { t } = useLanguage();
  const counts = useQuery({ ...signaalTellingenQuery, enabled: useRight('cijfers.zien') }).data;
  const of = (status: string) => counts?.perStatus.find((one) => one.code === status)?.aantal ?? 0;
  const number: Partial<Record<Tab, number>> =
    counts === undefined
      ? {}
      : { nieuw: of('nieuw'), wegen: of('in_weging'), uitgesteld: of('uitgesteld'), alles: counts.totaal };
  return (
    <nav className="dw-tabs" aria-label={t('signaal.tabs')}>
      {TABS.map((one) => (
        <Link
          key={one}
          to="/signalen"
          search={{ tab: one }}
          className="dw-tab"
          aria-current={one === tab ? 'page' : undefined}
        >
          {t(`signaal.tab.${one}`)}
          {number[one] !== undefined && <span className="dw-tab__tal">{number[one]}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** The active row: what the address says, else the first. The address follows a moment later. */
function useActive(ids: readonly Id[], open: Id | undefined) {
  const navigate = useNavigate();
  const { state } = useLocation();
  const [active, setActive] = useState<Id | null>(open ?? null);
  const held = active !== null && ids.includes(active) ? active : (ids[0] ?? null);
  const late = useDelayed(active, 400);
  useEffect(() => {
    if (late === null || late === open) return;
    void navigate({
      to: '.',
      search: (before) => ({ ...before, open: late }),
      replace: true,
      resetScroll: false,
      state: { zoek: state.zoek },
    });
  }, [late, open, navigate, state.zoek]);
  return [held, setActive] as const;
}

export default function Inbox() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const search: InboxSearch = route.useSearch();
  const { gebruiker } = useSession();
  const mayWrite = useRight('signaal.schrijven');
  const { state } = useLocation();
  const wide = useMedia('(min-width: 64rem)');
  const tab = tabOf(search);
  const vraag = useMemo(() => lijstvraag(search, gebruiker.id, state.zoek ?? ''), [search, gebruiker.id, state.zoek]);
  const list = useInfiniteQuery(signalenQuery(vraag));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.resultaten) ?? [], [list.data]);
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  const [active, setActive] = useActive(ids, search.open);
  const shown = useDelayed(active, READ_AFTER_MS);
  const [marked, setMarked] = useState<ReadonlySet<Id>>(new Set());
  const [deciding, setDeciding] = useState<{ besluit: Besluit; ids: readonly Id[] } | null>(null);
  const listbox = useRef<HTMLDivElement>(null);
  const filter = useRef<HTMLInputElement>(null);

  const mark = (id: Id) =>
    setMarked((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });

  const decide = async (besluit: Besluit, on: readonly Id[]) => {
    if (on.length === 1 && on[0] !== undefined) {
      const signaal = await client.ensureQueryData(signaalQuery(on[0]));
      if (!mogelijk(signaal).includes(besluit)) {
        announce(t('signaal.besluit.kanniet', { status: t(`signaal.status.${signaal.status}`) }));
        return;
      }
    }
    setDeciding({ besluit, ids: on });
  };

  const act = (key: string) => {
    if (active === null) return;
    const row = rows.find((one) => one.id === active);
    if (key === '1') {
      if (row !== undefined && teWegen(row)) void navigate({ to: '/signalen/$id/weging', params: { id: active } });
      else if (row !== undefined) announce(t('signaal.besluit.kanniet', { status: t(`signaal.status.${row.status}`) }));
      return;
    }
    const besluit = TOETS[key];
    if (besluit !== undefined) void decide(besluit, marked.size > 0 ? [...marked] : [active]);
  };

  const done = (changed: Signaal[], besluit: Besluit) => {
    const gone = new Set(changed.map((one) => one.id));
    const index = active === null ? -1 : ids.indexOf(active);
    const next = ids.slice(index).find((id) => !gone.has(id)) ?? ids.findLast((id) => !gone.has(id)) ?? null;
    setDeciding(null);
    setMarked(new Set());
    setActive(next);
    listbox.current?.focus();
    announce(
      changed.length === 1
        ? t('signaal.besluit.gedaan', {
            kenmerk: changed[0]?.kenmerk ?? '',
            wat: t(`signaal.besluit.gedaan.${besluit}`),
          })
        : t('signaal.besluit.gedaan.meer', { aantal: changed.length, wat: t(`signaal.besluit.gedaan.${besluit}`) }),
    );
  };

  useShortcuts(useMemo(() => ({ '/': () => filter.current?.focus() }), []));
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);

  const Lijst = wide ? LijstInKolom : LijstInPagina;
  return (
    <div className="dw-inbox">
      <div className="dw-inbox__kop">
        <div className="dw-schermkop">
          <PageHeading title={t('nav.signalen')} />
          <Link to="/weegtafel" className="nl-link">
            {t('signaal.weegtafel.kop')}
          </Link>
          {mayWrite && (
            <Button
              weight="primary"
              icon={<Plus aria-hidden="true" size={18} />}
              onClick={() => void navigate({ to: '/signalen/nieuw' })}
            >
              {t('signaal.nieuw')}
            </Button>
          )}
        </div>
        <Tabs tab={tab} />
        <InboxFilters search={search} tab={tab} zoek={state.zoek ?? ''} inputRef={filter} />
      </div>
      <div className="dw-inbox__vakken">
        <section className="dw-inbox__lijst" aria-label={t(`signaal.tab.${tab}`)}>
          {list.isPending && <Loading />}
          {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
          {list.data !== undefined && rows.length === 0 && (
            <Empty title={t(vraag.tekst === '' ? 'signaal.leeg' : 'signaal.leeg.zoek')}>
              {t(vraag.tekst === '' ? `signaal.leeg.${tab}` : 'signaal.leeg.zoek.uitleg')}
            </Empty>
          )}
          {marked.size > 0 && (
            <div className="dw-keuzebalk" role="group" aria-label={t('signaal.keuze')}>
              <strong>{t('signaal.keuze.aantal', { aantal: marked.size })}</strong>
              <Button onClick={() => void decide('niet_opgepakt', [...marked])}>
                {t('signaal.besluit.niet_opgepakt')}
              </Button>
              <Button onClick={() => void decide('uitgesteld', [...marked])}>{t('signaal.besluit.uitgesteld')}</Button>
              <Button weight="subtle" onClick={() => setMarked(new Set())}>
                {t('signaal.keuze.wissen')}
              </Button>
            </div>
          )}
          {rows.length > 0 && (
            <Lijst
              rows={rows}
              total={hasNextPage ? -1 : rows.length}
              active={active}
              onActive={setActive}
              onOpen={(id) => {
                if (!wide || id === active) void navigate({ to: '/signalen/$id', params: { id } });
              }}
              marked={marked}
              onMark={mark}
              onAct={act}
              onEnd={more}
              label={t('nav.signalen')}
              mixed={tab === 'alles' || tab === 'mijn' || vraag.tekst !== ''}
              focusRef={listbox}
            />
          )}
        </section>
        {wide && shown !== null && ids.includes(shown) && (
          <section className="dw-inbox__vak" aria-label={t('signaal.leesvak')} key={shown}>
            <Leesvak id={shown} onBesluit={(besluit) => void decide(besluit, [shown])} />
          </section>
        )}
      </div>
      {deciding !== null && (
        <BesluitVenster
          besluit={deciding.besluit}
          ids={deciding.ids}
          onClose={() => setDeciding(null)}
          onDone={(changed) => done(changed, deciding.besluit)}
        />
      )}
    </div>
  );
}
