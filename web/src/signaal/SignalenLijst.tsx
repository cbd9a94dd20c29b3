// SPDX-License-Identifier: EUPL-1.2
// The work queue: a listbox with one active row and, beside it, rows that were marked. Only the rows on the screen are
// in the document; each says its place in the whole list. Single keys work here and nowhere else.
import { useVirtualizer, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SignaalRegel } from '../api/typen';
import { formatAge } from '../basis/format';
import { listMove, useShortcutsOn } from '../basis/keys';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { useMedia } from '../basis/media';
import { SCROLLS_INSIDE, scrollPlace } from '../basis/scroll';
import { Gradering, StatusMerk } from './merken';

const ROW_PX = 78;

interface LijstProps {
  rows: readonly SignaalRegel[];
  /** Whole number of rows where it is known, else -1 as ARIA writes "unknown". */
  total: number;
  active: string | null;
  onActive: (id: string) => void;
  onOpen: (id: string) => void;
  marked: ReadonlySet<string>;
  onMark: (id: string) => void;
  /** A decision key on the active row: "1", "2", "3", "4" or "h". */
  onAct: (key: string) => void;
  /** The end of what is loaded came into sight. */
  onEnd: () => void;
  label: string;
  /** Show the status too, where the rows differ in it. */
  mixed: boolean;
  focusRef: RefObject<HTMLDivElement | null>;
}

const ACTS = ['1', '2', '3', '4', 'h'] as const;
const optionId = (id: string) => `signaal-${id}`;

function Rij({ row, marked, mixed }: { row: SignaalRegel; marked: boolean; mixed: boolean }) {
  const { t, language } = useLanguage();
  const { name } = useLists();
  const bron = name('signaalbronnen', row.bron);
  const thema = name('themas', row.thema);
  return (
    <>
      <span className="dw-rij__merk" data-merk aria-hidden="true">
        <span className={`dw-vinkje ${marked ? 'dw-vinkje--aan' : ''}`} />
      </span>
      <span className="dw-rij__tekst">
        <span className="dw-rij__boven">
          <span className="dw-rij__titel">{row.titel}</span>
          <span className="dw-rij__tijd">{formatAge(row.ontvangenOp, language, t)}</span>
        </span>
        <span className="dw-rij__plek">{row.adres?.weergave ?? t('signaal.geenadres')}</span>
        <span className="dw-rij__onder">
          {(mixed || row.status === 'in_weging') && <StatusMerk {...row} />}
          <span>{[bron, thema].filter((one) => one !== '').join(' · ')}</span>
          <Gradering bron={row.bronBetrouwbaarheid} waarde={row.informatieWaarde} />
          {row.zelfdeAdres > 0 && (
            <span className="dw-rij__dubbel">{t('signaal.zelfdeadres.kort', { aantal: row.zelfdeAdres })}</span>
          )}
          {row.behandelaar !== null && <span className="dw-rij__wie">{row.behandelaar.naam}</span>}
        </span>
      </span>
    </>
  );
}

type AnyVirtualizer =
  | Virtualizer<HTMLDivElement, Element>
  | Virtualizer<HTMLElement, Element>
  | Virtualizer<Window, Element>;

function Romp({ virtualizer, offset, ...props }: LijstProps & { virtualizer: AnyVirtualizer; offset: number }) {
  const { rows, active, marked, mixed } = props;
  const { t } = useLanguage();
  const shortcuts = useShortcutsOn();
  const index = rows.findIndex((row) => row.id === active);
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  const { onEnd } = props;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 5) onEnd();
  }, [last, rows.length, onEnd]);

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, items.length - 2);
    const move = listMove(event, { index, count: rows.length, page, acts: ACTS, shortcuts });
    if (move.kind === 'none') return;
    event.preventDefault();
    event.stopPropagation();
    if (move.kind === 'go') {
      const row = rows[move.index];
      if (row === undefined) return;
      props.onActive(row.id);
      virtualizer.scrollToIndex(move.index, { align: 'auto' });
    } else if (active === null) return;
    else if (move.kind === 'open') props.onOpen(active);
    else if (move.kind === 'mark') props.onMark(active);
    else props.onAct(move.key);
  };

  return (
    <div
      ref={props.focusRef}
      role="listbox"
      tabIndex={0}
      className="dw-lijst"
      aria-label={props.label}
      aria-multiselectable="true"
      aria-activedescendant={index >= 0 ? optionId(rows[index]?.id ?? '') : undefined}
      aria-describedby="lijst-toetsen"
      onKeyDown={onKeyDown}
    >
      <div id="lijst-toetsen" className="dw-onzichtbaar">
        {shortcuts ? t('signaal.lijst.toetsen') : ''}
      </div>
      <div className="dw-lijst__ruimte" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the listbox, which has the focus
            <div
              key={row.id}
              id={optionId(row.id)}
              data-index={item.index}
              role="option"
              aria-selected={marked.has(row.id)}
              aria-posinset={item.index + 1}
              aria-setsize={props.total}
              className={`dw-rij ${row.id === active ? 'dw-rij--actief' : ''} ${row.status === 'nieuw' ? 'dw-rij--nieuw' : ''}`}
              ref={virtualizer.measureElement}
              style={{ transform: `translateY(${item.start - offset}px)` }}
              onClick={(event) => {
                if ((event.target as Element).closest('[data-merk]') !== null) props.onMark(row.id);
                else {
                  props.onActive(row.id);
                  props.onOpen(row.id);
                }
              }}
            >
              <Rij row={row} marked={marked.has(row.id)} mixed={mixed} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Desktop: the list scrolls in its own column beside the reading pane. */
export function LijstInKolom(props: LijstProps) {
  const column = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: props.rows.length,
    getScrollElement: () => column.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => props.rows[index]?.id ?? index,
    overscan: 6,
  });
  return (
    <div ref={column} className="dw-lijstkolom">
      <Romp {...props} virtualizer={virtualizer} offset={0} />
    </div>
  );
}

/** Distance from the top of what scrolls to the list. */
function useOffset(scroller: () => HTMLElement | null) {
  const place = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const top = place.current?.getBoundingClientRect().top ?? 0;
    const inside = scroller();
    setOffset(inside === null ? top + window.scrollY : top - inside.getBoundingClientRect().top + inside.scrollTop);
  }, [scroller]);
  return [place, offset] as const;
}

const inWindow = () => null;

/** Strong zoom, or a tablet: the page itself scrolls. */
function LijstInVenster(props: LijstProps) {
  const [place, offset] = useOffset(inWindow);
  const virtualizer = useWindowVirtualizer({
    count: props.rows.length,
    estimateSize: () => ROW_PX + 20,
    getItemKey: (index) => props.rows[index]?.id ?? index,
    overscan: 6,
    scrollMargin: offset,
  });
  return (
    <div ref={place}>
      <Romp {...props} virtualizer={virtualizer} offset={offset} />
    </div>
  );
}

/** Phone: the middle of the frame scrolls, between the bars. */
function LijstInMidden(props: LijstProps) {
  const [place, offset] = useOffset(scrollPlace);
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    count: props.rows.length,
    getScrollElement: scrollPlace,
    estimateSize: () => ROW_PX + 20,
    getItemKey: (index) => props.rows[index]?.id ?? index,
    overscan: 6,
    scrollMargin: offset,
  });
  return (
    <div ref={place}>
      <Romp {...props} virtualizer={virtualizer} offset={offset} />
    </div>
  );
}

/** Without a reading pane beside it. */
export function LijstInPagina(props: LijstProps) {
  return useMedia(SCROLLS_INSIDE) ? <LijstInMidden {...props} /> : <LijstInVenster {...props} />;
}
