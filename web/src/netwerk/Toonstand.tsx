// SPDX-License-Identifier: EUPL-1.2
// Presenting: the chart over the whole screen, a step at a time in the order in which it was built. Only what is there for who
// presents; beside it the names of what the step brings.
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Netwerkbeeld } from '../api/typen';
import { Button } from '../basis/button';
import { Doek, type Keuze } from './Doek';
import { type Stand, stappenVan, stapVan, tekening as teken, totStap } from './model';
import { opschriften, useWoorden } from './namen';
import { gevouwen, metPlaats } from './vouw';

interface ToonProps {
  stand: Stand;
  beeld: Netwerkbeeld;
  onClose: () => void;
}
/** Of what a step brings, so many by name. */
const MEESTE_NAMEN = 20;
const NIETS: Keuze = { knopen: [], lijn: null };

export function Toonstand({ stand, beeld, onClose }: ToonProps) {
  const woorden = useWoorden();
  const { t } = woorden;
  const vlak = useRef<HTMLDivElement>(null);
  const stappen = useMemo(() => stappenVan(stand), [stand]);
  const [hoever, setHoever] = useState(0);
  const [keuze, setKeuze] = useState<Keuze>(NIETS);
  const stap = stappen[hoever] ?? 0;
  const heel = useMemo(() => teken(totStap(stand, stap), beeld), [stand, stap, beeld]);
  const tekening = useMemo(() => gevouwen(heel, stand), [heel, stand]);
  const namen = useMemo(() => opschriften(tekening, woorden), [tekening, woorden]);
  const plaats = useMemo(() => metPlaats(tekening, stand.plaats), [tekening, stand.plaats]);
  const nieuw = heel.elementen.filter((one) => stapVan(stand, one.sleutel) === stap);
  const verder = (hoeveel: number) => setHoever((nu) => Math.min(stappen.length - 1, Math.max(0, nu + hoeveel)));
  useEffect(() => {
    const terug = document.activeElement;
    vlak.current?.focus();
    return () => {
      if (terug instanceof HTMLElement) terug.focus();
    };
  }, []);
  const toets = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'PageDown' || event.key === 'n') verder(1);
    else if (event.key === 'PageUp' || event.key === 'b') verder(-1);
    else if (event.key === 'Home') setHoever(0);
    else if (event.key === 'End') setHoever(stappen.length - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return createPortal(
    <div
      ref={vlak}
      className="dw-toonstand"
      role="dialog"
      aria-modal="true"
      aria-label={t('netwerk.tonen')}
      tabIndex={-1}
      onKeyDownCapture={toets}
    >
      <div className="dw-toonstand__doek">
        <Doek
          key={stap}
          groot
          {...{ tekening, namen, keuze }}
          plaats={plaats}
          onKies={setKeuze}
          onVerplaats={() => {}}
          onOpen={() => {}}
          onToets={() => false}
        />
      </div>
      <div className="dw-toonstand__balk">
        <p role="status">
          <strong>{t('netwerk.tonen.stap', { stap: hoever + 1, aantal: stappen.length })}</strong>{' '}
          {nieuw.slice(0, MEESTE_NAMEN).map(woorden.element).join(', ')}
          {nieuw.length > MEESTE_NAMEN && ` ${t('netwerk.vouw.nog', { aantal: nieuw.length - MEESTE_NAMEN })}`}
        </p>
        <div className="dw-knoppen">
          <Button icon={<ChevronLeft aria-hidden="true" size={20} />} hotkey="PageUp" onClick={() => verder(-1)}>
            {t('netwerk.tonen.terug')}
          </Button>
          <Button
            weight="primary"
            icon={<ChevronRight aria-hidden="true" size={20} />}
            hotkey="PageDown"
            onClick={() => verder(1)}
          >
            {t('netwerk.tonen.verder')}
          </Button>
          <Button icon={<X aria-hidden="true" size={20} />} hotkey="Escape" onClick={onClose}>
            {t('basis.sluiten')}
          </Button>
        </div>
      </div>
    </div>,
    document.body,
  );
}
