// SPDX-License-Identifier: EUPL-1.2
// The chart: a canvas that takes the mouse and the arrows. All it shows stands in the tables beside it too.
import { Maximize, Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useLanguage } from '../basis/language';
import type { Punt, Sleutel, Tekening } from './model';
import { isPijl, volgendeBij } from './richting';
import { type Namen, Tekenaar } from './tekenaar';

export interface Keuze {
  knopen: readonly Sleutel[];
  lijn: string | null;
}

interface DoekProps {
  tekening: Tekening;
  plaats: Readonly<Record<Sleutel, Punt>>;
  namen: Namen;
  keuze: Keuze;
  onKies: (keuze: Keuze) => void;
  onVerplaats: (plaats: Record<Sleutel, Punt>) => void;
  onOpen: (sleutel: Sleutel) => void;
  /** Keys of the chart that are not about where one looks. */
  onToets: (toets: string) => boolean;
  /** For people at a distance. */
  groot?: boolean;
}

// Cytoscape puts a style element in the page unless one with this id is there; the policy of the page allows none. Ours is in netwerk.css.
const EIGEN_STIJL = '__________cytoscape_stylesheet';

export function Doek({
  tekening,
  plaats,
  namen,
  keuze,
  onKies,
  onVerplaats,
  onOpen,
  onToets,
  groot = false,
}: DoekProps) {
  const { t } = useLanguage();
  const plek = useRef<HTMLDivElement>(null);
  const tekenaar = useRef<Tekenaar | null>(null);
  const gepast = useRef(false);
  const luister = useRef({ onKies, onVerplaats, onOpen });
  luister.current = { onKies, onVerplaats, onOpen };
  useEffect(() => {
    if (plek.current === null) return undefined;
    const made = new Tekenaar(
      plek.current,
      {
        kies: (knopen, lijn) => luister.current.onKies({ knopen, lijn }),
        verplaats: (daar) => luister.current.onVerplaats(daar),
        open: (sleutel) => luister.current.onOpen(sleutel),
      },
      groot ? 2.4 : 1.3,
    );
    tekenaar.current = made;
    gepast.current = false;
    return () => {
      tekenaar.current = null;
      made.weg();
    };
  }, [groot]);
  useEffect(() => {
    tekenaar.current?.zet(tekening, plaats, namen);
    const alles = tekening.elementen.length > 0 && tekening.elementen.every((one) => plaats[one.sleutel] !== undefined);
    if (alles && !gepast.current) {
      gepast.current = true;
      tekenaar.current?.pas();
    }
    if (tekening.elementen.length === 0) gepast.current = false;
  }, [tekening, plaats, namen]);
  useEffect(() => tekenaar.current?.selecteer(keuze.knopen, keuze.lijn), [keuze]);
  const toets = (event: KeyboardEvent) => {
    if (event.target !== plek.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const van = keuze.knopen.at(-1);
    const eerste = tekening.elementen[0]?.sleutel;
    if (isPijl(event.key) && eerste !== undefined) {
      event.preventDefault();
      const verbonden = new Set(
        tekening.lijnen.flatMap((one) => (one.van === van ? [one.naar] : one.naar === van ? [one.van] : [])),
      );
      const alle = tekening.elementen.map((one) => one.sleutel);
      const naar = van === undefined ? eerste : volgendeBij(event.key, van, plaats, alle, verbonden);
      if (naar !== null) onKies({ knopen: event.shiftKey ? [...keuze.knopen, naar] : [naar], lijn: null });
      return;
    }
    if (event.key === '+' || event.key === '-') tekenaar.current?.zoom(event.key === '+' ? 1 : -1);
    else if (event.key === '0') tekenaar.current?.pas();
    else if (event.key === 'Escape') onKies({ knopen: [], lijn: null });
    else if (event.key === 'Enter' && van !== undefined) onOpen(van);
    else if (!onToets(event.key)) return;
    event.preventDefault();
  };
  return (
    <div className="dw-netwerk__vlak">
      <span hidden id={EIGEN_STIJL} />
      <div
        ref={plek}
        className="dw-beelddoek"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows walk over the chart
        tabIndex={0}
        role="application"
        aria-label={t('netwerk.doek')}
        aria-describedby="netwerk-toetsen"
        onKeyDown={toets}
      />
      <p id="netwerk-toetsen" className="dw-onzichtbaar">
        {t('netwerk.toetsen')}
      </p>
      <div className="dw-beeldknoppen">
        <button type="button" aria-label={t('netwerk.inzoomen')} onClick={() => tekenaar.current?.zoom(1)}>
          <Plus aria-hidden="true" size={20} />
        </button>
        <button type="button" aria-label={t('netwerk.uitzoomen')} onClick={() => tekenaar.current?.zoom(-1)}>
          <Minus aria-hidden="true" size={20} />
        </button>
        <button type="button" aria-label={t('netwerk.passend')} onClick={() => tekenaar.current?.pas()}>
          <Maximize aria-hidden="true" size={18} />
        </button>
      </div>
    </div>
  );
}
