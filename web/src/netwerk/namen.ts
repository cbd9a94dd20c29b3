// SPDX-License-Identifier: EUPL-1.2
// What kinds of objects and ties are called, in the language of the moment.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Bewijs, Netwerkband, Netwerkknoop, Stamgegevens } from '../api/typen';
import { formatShortDate } from '../basis/format';
import { codeName, type Language, type Translate, useLanguage } from '../basis/language';
import { stamgegevensQuery } from '../basis/lists';
import { type Element, type Lijn, type Sleutel, sleutelVan, type Tekening } from './model';
import { isVouw } from './vouw';

/** How many there are of each kind, the most first. */
function perSoort(knopen: readonly Netwerkknoop[]): [string, number][] {
  const uit = new Map<string, number>();
  for (const one of knopen) uit.set(one.soort, (uit.get(one.soort) ?? 0) + 1);
  return [...uit].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

const EIGEN = ['signaal', 'casus', 'adres', 'pand', 'onderneming', 'vestiging', 'groep'] as const;
const BANDEN = ['genoemd', 'op_adres', 'hoort_bij', 'duplicaat_van', 'in_pand', 'vestiging_van', 'gevestigd'] as const;
type Eigen = (typeof EIGEN)[number];
type Eigenband = (typeof BANDEN)[number];

export interface Woorden {
  soort: (soort: string) => string;
  band: (soort: string) => string;
  knoop: (knoop: Netwerkknoop) => string;
  element: (element: Element) => string;
  /** When it was so, or as of when it is known. */
  wanneer: (bewijs: Bewijs) => string;
  bron: (bewijs: Bewijs) => string;
  t: Translate;
}

/** The same words until the language or the lists change: what is drawn with them is drawn anew when they are others. */
export function useWoorden(): Woorden {
  const { t, language } = useLanguage();
  const lijsten = useQuery(stamgegevensQuery).data;
  return useMemo(() => woordenVan(t, language, lijsten), [t, language, lijsten]);
}

function woordenVan(t: Translate, language: Language, lijsten: Stamgegevens | undefined): Woorden {
  const soort = (one: string) =>
    EIGEN.includes(one as Eigen)
      ? t(`netwerk.soort.${one as Eigen}`)
      : codeName(lijsten?.vermeldingsoorten, one, language);
  const band = (one: string) =>
    BANDEN.includes(one as Eigenband)
      ? t(`netwerk.band.${one as Eigenband}`)
      : codeName(lijsten?.verbandsoorten, one, language);
  const knoop = (one: Netwerkknoop) => (one.soort === 'pand' ? t('netwerk.pand', { jaar: one.naam }) : one.naam);
  const dag = (one: string | null) => (one === null ? '…' : formatShortDate(one, language));
  return {
    t,
    soort,
    band,
    knoop,
    element: (one) =>
      isVouw(one.sleutel)
        ? perSoort(one.knopen)
            .map(([wat, aantal]) => `${soort(wat)} × ${aantal}`)
            .join(', ')
        : one.soort === 'groep'
          ? t('netwerk.groep.naam', { aantal: one.knopen.length })
          : knoop(one.knopen[0] as Netwerkknoop),
    wanneer: (one) => {
      if (one.begin !== null || one.eind !== null) return `${dag(one.begin)} – ${dag(one.eind)}`;
      return one.peildatum === null ? '' : formatShortDate(one.peildatum, language);
    },
    bron: (one) => {
      if (one.herkomst === 'bag' || one.herkomst === 'handelsregister') return t(`netwerk.herkomst.${one.herkomst}`);
      const dossier = one.dossier === null ? '' : `${soort(one.dossier.soort)} ${one.dossier.kenmerk}`;
      return one.bron === '' ? dossier : `${one.bron} (${dossier})`;
    },
  };
}

/** The kinds of ties in a line, each once. */
export const soortenVan = (lijn: Lijn): string[] => [...new Set(lijn.banden.map((one) => one.soort))];

/** The words on the chart. A line says what it is unless that says nothing: that something is mentioned. */
export function opschriften(tekening: Tekening, woorden: Woorden) {
  const elementen = new Map<Sleutel, string>(
    tekening.elementen.map((one) => [one.sleutel, woorden.element(one) + (one.meer > 0 ? `\n+ ${one.meer}` : '')]),
  );
  const lijnen = new Map(
    tekening.lijnen.map((one) => [
      one.sleutel,
      soortenVan(one)
        .filter((soort) => soort !== 'genoemd')
        .map(woorden.band)
        .join(', '),
    ]),
  );
  return {
    element: (sleutel: Sleutel) => elementen.get(sleutel) ?? '',
    lijn: (sleutel: string) => lijnen.get(sleutel) ?? '',
  };
}

/** The last day that a tie speaks of; empty for none. */
export const laatsteDag = (band: Netwerkband): string =>
  band.bewijs.reduce((laatst, one) => {
    const dag = one.eind ?? one.begin ?? one.peildatum ?? '';
    return dag > laatst ? dag : laatst;
  }, '');

export const eindenVan = (band: Netwerkband): [Sleutel, Sleutel] => [sleutelVan(band.van), sleutelVan(band.naar)];
