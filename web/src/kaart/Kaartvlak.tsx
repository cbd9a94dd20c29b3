// SPDX-License-Identifier: EUPL-1.2
// The picture: a canvas that takes arrows, + and −, and Enter for what is under the cross. What it shows stands in words
// and tables beside it, so it is an application within the page and no more than that.
import { Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { Gebiedstelling, KaartPunt, Uitsnede } from '../api/typen';
import { useLanguage } from '../basis/language';
import { type Beeld, type Merkpunt, Tekenaar, type Treffer } from './tekenaar';

interface KaartvlakProps {
  beeld: Beeld;
  uitsnede: Uitsnede | null;
  merken: readonly Merkpunt[];
  gebieden: readonly Gebiedstelling[];
  ringen: readonly (readonly KaartPunt[])[];
  tekenaar: RefObject<Tekenaar | null>;
  /** A map of somebody else under ours: whose it is, and the closest zoom it has. */
  ondergrond?: { bron: string; dichtste: number } | null;
  /** Whether a tile of it came. */
  onOndergrond?: (kwam: boolean) => void;
  onRaak: (treffer: Treffer | null) => void;
}

export function Kaartvlak({
  beeld,
  uitsnede,
  merken,
  gebieden,
  ringen,
  tekenaar,
  ondergrond = null,
  onOndergrond,
  onRaak,
}: KaartvlakProps) {
  const { t } = useLanguage();
  const plek = useRef<HTMLDivElement>(null);
  const raak = useRef(onRaak);
  raak.current = onRaak;
  const kwam = useRef(onOndergrond);
  kwam.current = onOndergrond;
  const eerste = useRef({ beeld, uitsnede });
  useEffect(() => {
    if (plek.current === null) return undefined;
    const made = new Tekenaar(plek.current, eerste.current.beeld, eerste.current.uitsnede, (one) => raak.current(one));
    tekenaar.current = made;
    return () => {
      tekenaar.current = null;
      made.weg();
    };
  }, [tekenaar]);
  useEffect(() => tekenaar.current?.zet(beeld), [beeld, tekenaar]);
  useEffect(() => tekenaar.current?.zetMerken(merken), [merken, tekenaar]);
  useEffect(() => tekenaar.current?.zetNamen(gebieden), [gebieden, tekenaar]);
  useEffect(() => tekenaar.current?.zetVlak(ringen), [ringen, tekenaar]);
  const dichtste = ondergrond?.dichtste ?? null;
  useEffect(() => void tekenaar.current?.zetOndergrond(dichtste, (one) => kwam.current?.(one)), [dichtste, tekenaar]);
  const toets = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== plek.current) return;
    event.preventDefault();
    tekenaar.current?.kiesMidden();
  };
  return (
    <div className="dw-kaart">
      <div
        ref={plek}
        className="dw-beelddoek dw-kaart__doek"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows move the map
        tabIndex={0}
        role="application"
        aria-label={t('kaart.doek')}
        aria-describedby="kaart-toetsen"
        onKeyDown={toets}
      />
      <div className="dw-kaart__kruis" aria-hidden="true" />
      <div className="dw-beeldknoppen">
        <button type="button" aria-label={t('kaart.inzoomen')} onClick={() => tekenaar.current?.zoom(1)}>
          <Plus aria-hidden="true" size={20} />
        </button>
        <button type="button" aria-label={t('kaart.uitzoomen')} onClick={() => tekenaar.current?.zoom(-1)}>
          <Minus aria-hidden="true" size={20} />
        </button>
      </div>
      <p id="kaart-toetsen" className="dw-kaart__bron">
        <span className="dw-onzichtbaar">{t('kaart.toetsen')} </span>
        {t('kaart.bron')}
        {ondergrond !== null && ` · ${ondergrond.bron}`}
      </p>
    </div>
  );
}
