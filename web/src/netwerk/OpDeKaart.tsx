// SPDX-License-Identifier: EUPL-1.2
// The same objects on the map: every address and building of the chart, with the choice of chart, tables and time line. What has no
// place of its own is chosen at the addresses it is tied to. The map itself is loaded when somebody asks for it.
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { Netwerkfilter, Uitsnede } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { now } from '../basis/clock';
import { dayOf } from '../basis/format';
import { laadWoorden, useLanguage } from '../basis/language';
import { Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { kaartQuery } from '../kaart/api';
import type { Beeld, Merkpunt, Tekenaar } from '../kaart/tekenaar';
import type { Keuze } from './Doek';
import { type Plek, plekkenVan, type Tekening } from './model';

const Kaartvlak = lazy(async () => {
  const [{ Kaartvlak }] = await Promise.all([
    import('../kaart/Kaartvlak'),
    laadWoorden('kaart'),
    import('../kaart/kaart.css'),
  ]);
  return { default: Kaartvlak };
});

/** Metres around a single place. */
const RUIMTE = 60;

function omvat(plekken: readonly Plek[]): Uitsnede | null {
  if (plekken.length === 0) return null;
  const x = plekken.map((one) => one.punt.x);
  const y = plekken.map((one) => one.punt.y);
  return {
    west: Math.min(...x) - RUIMTE,
    zuid: Math.min(...y) - RUIMTE,
    oost: Math.max(...x) + RUIMTE,
    noord: Math.max(...y) + RUIMTE,
  };
}

interface OpDeKaartProps {
  tekening: Tekening;
  keuze: Keuze;
  /** The map shows the buildings as they were on the last day of it. */
  filter: Netwerkfilter;
  onKies: (keuze: Keuze) => void;
}

function Kaart({ plekken, keuze, filter, onKies }: { plekken: readonly Plek[] } & Omit<OpDeKaartProps, 'tekening'>) {
  const { t } = useLanguage();
  const tekenaar = useRef<Tekenaar | null>(null);
  const stand = useQuery(kaartQuery);
  const vandaag = dayOf(now());
  const peildatum = filter.eind !== null && filter.eind < vandaag ? filter.eind : vandaag;
  const beeld = useMemo<Beeld>(
    () => ({
      stand: stand.data?.stand ?? '',
      peildatum,
      kleur: 'gebruik',
      objecten: false,
      vestigingen: false,
      grenzen: null,
      gekozen: null,
      pand: null,
    }),
    [stand.data?.stand, peildatum],
  );
  const gekozen = useMemo(
    () => plekken.filter((one) => one.hoortBij.some((sleutel) => keuze.knopen.includes(sleutel))),
    [plekken, keuze.knopen],
  );
  const merken = useMemo<Merkpunt[]>(
    () =>
      plekken.map((one) => ({
        id: one.sleutel,
        soort: gekozen.includes(one) ? 'knoop-gekozen' : 'knoop',
        punt: one.punt,
      })),
    [plekken, gekozen],
  );
  // What was pointed at here lies under the pointer already.
  const hierGekozen = useRef(false);
  useEffect(() => {
    const uitsnede = omvat(gekozen);
    if (uitsnede !== null && !hierGekozen.current) tekenaar.current?.toon(uitsnede);
    hierGekozen.current = false;
  }, [gekozen]);
  if (stand.isPending) return <Loading />;
  if (stand.isError) return <Failed error={stand.error} retry={() => void stand.refetch()} />;
  return (
    <Suspense fallback={<Loading />}>
      <Kaartvlak
        beeld={beeld}
        uitsnede={omvat(gekozen) ?? omvat(plekken)}
        merken={merken}
        gebieden={[]}
        ringen={[]}
        tekenaar={tekenaar}
        onRaak={(treffer) => {
          if (treffer?.soort !== 'knoop') {
            announce(t('netwerk.kaart.niets'));
            return;
          }
          hierGekozen.current = true;
          onKies({ knopen: [treffer.id], lijn: null });
        }}
      />
    </Suspense>
  );
}

export function OpDeKaart({ tekening, keuze, filter, onKies }: OpDeKaartProps) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const plekken = useMemo(() => plekkenVan(tekening), [tekening]);
  if (plekken.length === 0) return null;
  return (
    <Vlak
      kop={t('netwerk.kaart', { aantal: plekken.length })}
      rechts={
        <Button weight="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'netwerk.kaart.dicht' : 'netwerk.kaart.open')}
        </Button>
      }
    >
      {open ? (
        <Kaart {...{ plekken, keuze, filter, onKies }} />
      ) : (
        <p className="nl-paragraph dw-zacht">{t('netwerk.kaart.uitleg')}</p>
      )}
    </Vlak>
  );
}
