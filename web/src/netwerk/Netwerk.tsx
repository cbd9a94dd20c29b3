// SPDX-License-Identifier: EUPL-1.2
// The network: one chart, its tables and its time line over the same objects. Begins with a dossier, a company or an address, and
// grows a step at a time; every step can be taken back.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useLocation, useNavigate } from '@tanstack/react-router';
import { BellRing, Shapes } from 'lucide-react';
import {
  startTransition,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import type { Netwerkbeeld, Netwerkfilter, Netwerkpad, Weergave } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { problemText } from '../basis/problem';
import { useRight, useSession } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { AfdrukVenster } from './AfdrukVenster';
import { beeldQuery, matenQuery, toonWeergave, weergavenQuery, wijzigWeergave, zoekBuren, zoekPad } from './api';
import { Balk } from './Balk';
import { BewaarVenster } from './BewaarVenster';
import { Doek, type Keuze } from './Doek';
import { Filter } from './Filter';
import { type Daden, Gekozen } from './Gekozen';
import { Onderdelen, Verbanden } from './Lijsten';
import {
  begin,
  GEEN_FILTER,
  groepeer,
  LEEG,
  type Punt,
  plaatsenVan,
  refVan,
  type Sleutel,
  type Stand,
  sleutelVan,
  tekening as teken,
  toonAlles,
  valUiteen,
  verberg,
  voegSamen,
  voegToe,
  volgende,
  zetVast,
} from './model';
import { opschriften, useWoorden } from './namen';
import { OpDeKaart } from './OpDeKaart';
import { PadVenster } from './PadVenster';
import { Symbool } from './Symbool';
import { Schik } from './schik';
import type { Schikvraag } from './schikker';
import { Tijdlijn } from './Tijdlijn';
import { Toonstand } from './Toonstand';
import { UitbreidVenster } from './UitbreidVenster';
import { GETEKEND, haalEruit, isVouw, ledenVan, MEESTE, metPlaats, spreid, vouwIn, vouwing } from './vouw';
import { Weergaven } from './Weergaven';
import { waaier } from './waaier';
import { ZetErbij } from './ZetErbij';
import '../basis/stijl/vakken.css';
import './netwerk.css';

const route = getRouteApi('/kantoor/netwerk');
/** More than so many at once, and it asks which. */
const VRAAGT_EERST = 25;
const NIEMAND: readonly Sleutel[] = [];
const NIETS: Keuze = { knopen: [], lijn: null };
const LEEG_BEELD: Netwerkbeeld = { knopen: [], banden: [], meer: 0 };

function Werkblad({ eerste, weergave }: { eerste: Stand; weergave?: Weergave }) {
  const woorden = useWoorden();
  const { t } = woorden;
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayFind = useRight('zoeken');
  const { gebruiker } = useSession();
  const [verloop, doe] = useReducer(volgende, begin(eerste));
  const stand = verloop.nu;
  const [keuze, setKeuze] = useState<Keuze>(NIETS);
  const [bezig, setBezig] = useState(false);
  const [vraagt, setVraagt] = useState<Sleutel | null>(null);
  const [venster, setVenster] = useState<'bewaar' | 'druk' | 'toon' | null>(null);
  const [eindpunten, setEindpunten] = useState<readonly [Sleutel, Sleutel] | null>(null);
  const found = useQuery({ ...beeldQuery(stand.knopen, stand.filter), placeholderData: (vorig) => vorig });
  const beeld = stand.knopen.length === 0 ? LEEG_BEELD : (found.data ?? LEEG_BEELD);
  const gemeten = useQuery(matenQuery(stand.knopen, stand.filter));
  const maten = useMemo(
    () =>
      gemeten.data === undefined
        ? null
        : new Map(gemeten.data.map((one) => [sleutelVan(one), one.tussenliggend] as const)),
    [gemeten.data],
  );
  const heel = useMemo(() => teken(stand, beeld), [stand, beeld]);
  // Of a large chart the rest is folded into groups; what is chosen stands outside of them.
  const verdeling = useMemo(() => vouwIn(heel, stand), [heel, stand]);
  const eruit = useMemo(() => {
    if (verdeling.size === 0) return NIEMAND;
    const lijn = heel.lijnen.find((one) => one.sleutel === keuze.lijn);
    const welke = [...keuze.knopen, ...(lijn === undefined ? [] : [lijn.van, lijn.naar])];
    const erin = welke.filter((one) => verdeling.has(one));
    return erin.length === 0 ? NIEMAND : erin;
  }, [heel, verdeling, keuze]);
  const vouw = useMemo(() => vouwing(heel, verdeling, eruit), [heel, verdeling, eruit]);
  const { tekening } = vouw;
  const plaats = useMemo(() => metPlaats(tekening, stand.plaats), [tekening, stand.plaats]);
  const namen = useMemo(() => opschriften(tekening, woorden), [tekening, woorden]);
  // The chart first: its tables and its time line, a multiple of elements on the page, come in the moment after.
  const inTafels = useDeferredValue(heel);
  const inGroepen = useDeferredValue(vouw.groepVan);

  const schik = useRef<Schik | null>(null);
  useEffect(() => {
    const made = new Schik((plaats) => doe({ soort: 'schik', plaats }));
    schik.current = made;
    return () => {
      schik.current = null;
      made.weg();
    };
  }, []);
  const inLagen = useRef<Schikvraag['lagen']>(null);
  // What is new gets a place; what has one keeps it.
  const zonderPlek = tekening.elementen.some((one) => plaats[one.sleutel] === undefined);
  useEffect(() => {
    if (!zonderPlek) return;
    // Who comes out of a group stands around it, at once.
    const erbij = spreid(vouwing(heel, verdeling), stand.plaats, eruit);
    if (Object.keys(erbij).length > 0) {
      doe({ soort: 'schik', plaats: erbij });
      return;
    }
    schik.current?.vraag(tekening, plaats, inLagen.current);
    inLagen.current = null;
  }, [zonderPlek, tekening, plaats, heel, verdeling, stand.plaats, eruit]);

  const zet = useCallback((deel: Partial<Stand>) => doe({ soort: 'zet', deel }), []);
  const elementVan = (sleutel: Sleutel | undefined | null) =>
    tekening.elementen.find((one) => one.sleutel === sleutel) ?? heel.elementen.find((one) => one.sleutel === sleutel);
  const neemOp = (nieuw: Netwerkbeeld, deel: Partial<Stand>) => {
    const knopen = deel.knopen ?? stand.knopen;
    client.setQueryData(beeldQuery(knopen, stand.filter).queryKey, voegSamen(beeld, nieuw));
    zet(deel);
  };
  const probeer = async (werk: () => Promise<void>) => {
    // The question goes out before the screen is drawn anew.
    startTransition(() => setBezig(true));
    try {
      await werk();
    } catch (error) {
      announce(problemText(error, t, false));
    } finally {
      setBezig(false);
    }
  };
  const naam = (sleutel: Sleutel) => {
    const element = elementVan(sleutel);
    return element === undefined ? '' : woorden.element(element);
  };

  const breidUit = (sleutel: Sleutel, soorten: string[] | null, hoogstens: number | null) =>
    probeer(async () => {
      startTransition(() => setVraagt(null));
      const nieuw = await zoekBuren(refVan(sleutel), stand.knopen, soorten, hoogstens, stand.filter);
      const erbij = nieuw.knopen.map(sleutelVan);
      // What was hidden is a neighbour too, and the server does not know that.
      const verborgen = beeld.banden.flatMap((one) => {
        const [van, naar] = [sleutelVan(one.van), sleutelVan(one.naar)];
        return van === sleutel ? [naar] : naar === sleutel ? [van] : [];
      });
      const terug = soorten === null ? verborgen.filter((one) => stand.verborgen.includes(one)) : [];
      // Those who come find a place around who was opened; only a layout that is asked for moves what stood there.
      const midden = plaats[sleutel];
      const zonder = erbij.filter((one) => stand.plaats[one] === undefined);
      const plekken =
        midden === undefined
          ? []
          : waaier(
              midden,
              zonder.length,
              tekening.elementen.flatMap((one) => plaats[one.sleutel] ?? []),
            );
      const daar = Object.fromEntries(plekken.map((punt, i) => [zonder[i] as Sleutel, punt]));
      neemOp(nieuw, { ...voegToe(stand, [...erbij, ...terug]), plaats: { ...stand.plaats, ...daar } });
      announce(t('netwerk.uitgebreid', { aantal: erbij.length + terug.length, meer: nieuw.meer }));
    });
  /** Draws who is in a folded group, as far as they fit; says what folded instead. */
  const openVouw = (sleutel: Sleutel) => {
    const leden = ledenVan(tekening, [sleutel]);
    const deel: Partial<Stand> = {
      ...haalEruit(stand, leden),
      plaats: { ...stand.plaats, ...spreid(vouw, stand.plaats, leden) },
    };
    const straks = vouwing(heel, vouwIn(heel, { ...stand, ...deel })).groepVan;
    zet(deel);
    setKeuze(NIETS);
    announce(
      t('netwerk.vouw.geopend', {
        aantal: leden.filter((one) => !straks.has(one)).length,
        van: leden.length,
        erin: [...straks.keys()].filter((one) => !vouw.groepVan.has(one)).length,
      }),
    );
  };
  const tekenAlles = (alles: boolean) =>
    zet({
      alles,
      plaats: { ...stand.plaats, ...(alles ? spreid(vouw, stand.plaats, [...vouw.groepVan.keys()]) : {}) },
    });
  const uitbreiden = (sleutel: Sleutel) => {
    const element = elementVan(sleutel);
    if (element === undefined) return;
    if (isVouw(sleutel)) openVouw(sleutel);
    else if (element.soort === 'groep') zet(valUiteen(stand, sleutel));
    else if (stand.knopen.length >= MEESTE) announce(t('netwerk.vol'));
    else if (element.meer === 0) announce(t('netwerk.geenmeer', { naam: woorden.element(element) }));
    else if (element.meer > VRAAGT_EERST) setVraagt(sleutel);
    else void breidUit(sleutel, null, null);
  };
  const zetPad = (pad: Netwerkpad, stappen: readonly Sleutel[]) => {
    neemOp(pad.beeld, { ...voegToe(stand, stappen), pad: stappen });
    announce(t('netwerk.pad.gevonden', { aantal: stappen.length - 1 }));
  };
  const daden: Daden = {
    uitbreiden,
    verberg: (welke) => {
      zet(verberg(stand, ledenVan(tekening, welke)));
      setKeuze(NIETS);
    },
    groepeer: (welke) => {
      zet(groepeer(stand, ledenVan(tekening, welke)));
      setKeuze(NIETS);
    },
    valUiteen: (sleutel) => {
      if (isVouw(sleutel)) openVouw(sleutel);
      else zet(valUiteen(stand, sleutel));
      setKeuze(NIETS);
    },
    zetVast: (welke, vast) => zet(zetVast(stand, welke, vast)),
    noteer: (sleutel, tekst) => zet({ notities: { ...stand.notities, [sleutel]: tekst } }),
    zoekPad: (van, naar) =>
      void probeer(async () => {
        const pad = await zoekPad(refVan(van), refVan(naar), stand.filter);
        if (pad.uitkomst !== 'gevonden') {
          announce(t(`netwerk.pad.${pad.uitkomst}`, { van: naam(van), naar: naam(naar) }));
          return;
        }
        zetPad(pad, pad.stappen.map(sleutelVan));
      }),
    anderePaden: (van, naar) => setEindpunten([van, naar]),
  };
  const toets = (one: string): boolean => {
    const laatste = keuze.knopen.at(-1);
    if (one === 'u') doe({ soort: 'terug' });
    else if (laatste === undefined) return false;
    else if (one === 'e') uitbreiden(laatste);
    else if (one === 'p' && isVouw(laatste)) return false;
    else if (one === 'p') zet(zetVast(stand, [laatste], !stand.vast.includes(laatste)));
    else if (one === 'h') daden.verberg([laatste]);
    else return false;
    return true;
  };
  const teBewaren = () => {
    const bij = spreid(vouw, stand.plaats, [...vouw.groepVan.keys()]);
    return plaatsenVan(heel, stand, (one) => bij[one]);
  };
  const bewaarOpnieuw = ({ id, naam }: Weergave) =>
    probeer(async () => {
      await wijzigWeergave(id, { knopen: teBewaren(), filter: stand.filter });
      await client.invalidateQueries({ queryKey: weergavenQuery.queryKey });
      announce(t('netwerk.bewaren.gedaan', { naam }));
    });
  const kies = useCallback((nu: Keuze) => setKeuze(nu), []);
  const verplaats = useCallback(
    (daar: Record<Sleutel, Punt>) => zet({ plaats: { ...stand.plaats, ...daar } }),
    [zet, stand.plaats],
  );
  const opnieuw = (lagen: Schikvraag['lagen'] = null) => {
    inLagen.current = lagen;
    const vast = Object.fromEntries(stand.vast.flatMap((one) => (stand.plaats[one] ? [[one, stand.plaats[one]]] : [])));
    zet({ plaats: vast as Record<Sleutel, Punt> });
  };
  // The tables are drawn anew when what they show changes, not with every step of the rest of the screen.
  const nu = useRef(daden);
  nu.current = daden;
  const opUitbreiden = useCallback((sleutel: Sleutel) => nu.current.uitbreiden(sleutel), []);
  const opVerberg = useCallback((sleutel: Sleutel) => nu.current.verberg([sleutel]), []);
  const opFilter = useCallback((filter: Netwerkfilter) => zet({ filter }), [zet]);
  const { refetch: meet } = gemeten;
  const opMeet = useCallback(() => void meet(), [meet]);
  const laatste = keuze.knopen.at(-1);
  const gekozenElement = elementVan(laatste);
  const vragend = elementVan(vraagt);
  const soorten = [...new Set([...heel.elementen, ...tekening.elementen].map((one) => one.soort))];
  const groepen = tekening.elementen.filter((one) => isVouw(one.sleutel)).length;
  const leeg = stand.knopen.length === 0;

  return (
    <div className="dw-scherm dw-netwerk">
      <PageHeading title={t('nav.netwerk')} />
      <div className="dw-netwerk__balk">
        {mayFind && <ZetErbij onKies={(sleutel) => zet(voegToe(stand, [sleutel]))} />}
        <Link to="/netwerk/wachters" className="nl-link dw-wiezag">
          <BellRing aria-hidden="true" size={18} /> {t('netwerk.wachters')}
        </Link>
        <Link to="/netwerk/patroon" className="nl-link dw-wiezag">
          <Shapes aria-hidden="true" size={18} /> {t('netwerk.patroon.samenstellen')}
        </Link>
        {!leeg && (
          <Balk
            voor={verloop.voor.length}
            na={verloop.na.length}
            verborgen={stand.verborgen.length}
            eigen={weergave !== undefined && weergave.door.id === gebruiker.id ? weergave.naam : null}
            laatste={laatste ?? null}
            bezig={bezig}
            daden={{
              terug: () => doe({ soort: 'terug' }),
              opnieuw: () => doe({ soort: 'opnieuw' }),
              schik: opnieuw,
              toonAlles: () => zet(toonAlles()),
              bewaar: () => setVenster('bewaar'),
              bewaarOpnieuw: () => weergave !== undefined && void bewaarOpnieuw(weergave),
              toon: () => setVenster('toon'),
              druk: () => setVenster('druk'),
            }}
          />
        )}
      </div>
      {leeg ? (
        <>
          <Empty title={t('netwerk.leeg')}>{t('netwerk.leeg.uitleg')}</Empty>
          <Weergaven />
        </>
      ) : found.isPending ? (
        <Loading />
      ) : found.isError ? (
        <Failed error={found.error} retry={() => void found.refetch()} />
      ) : heel.elementen.length === 0 && stand.verborgen.length === 0 ? (
        <Empty title={t('netwerk.niet')}>
          <Button onClick={() => void navigate({ to: '/netwerk', search: {} })}>{t('netwerk.begin')}</Button>
        </Empty>
      ) : (
        <>
          <p className="dw-onzichtbaar" role="status">
            {gekozenElement === undefined
              ? t('netwerk.stand', { aantal: heel.elementen.length, lijnen: heel.lijnen.length })
              : t('netwerk.stand.gekozen', {
                  soort: woorden.soort(gekozenElement.soort),
                  naam: woorden.element(gekozenElement),
                  aantal: tekening.lijnen.filter((one) => one.van === laatste || one.naar === laatste).length,
                })}
          </p>
          <div className="dw-netwerk__boven">
            <div className="dw-netwerk__links">
              <Doek
                {...{ tekening, namen, keuze, plaats }}
                onKies={kies}
                onVerplaats={verplaats}
                onOpen={uitbreiden}
                onToets={toets}
              />
              {heel.elementen.length > GETEKEND && (
                <div className="dw-netwerk__vouw">
                  <p className="nl-paragraph">
                    {groepen === 0
                      ? t('netwerk.vouw.alle', { aantal: heel.elementen.length })
                      : t('netwerk.vouw.stand', {
                          getekend: heel.elementen.length - vouw.groepVan.size,
                          alle: heel.elementen.length,
                          groepen,
                        })}
                  </p>
                  {(groepen > 0 || stand.alles) && (
                    <Button weight="subtle" onClick={() => tekenAlles(!stand.alles)}>
                      {stand.alles
                        ? t('netwerk.vouw.minder', { aantal: GETEKEND })
                        : t('netwerk.vouw.teken', { aantal: heel.elementen.length })}
                    </Button>
                  )}
                </div>
              )}
            </div>
            <div className="dw-netwerk__zij">
              <Gekozen {...{ tekening, stand, keuze, daden, bezig }} />
              <Vlak kop={t('netwerk.filter')}>
                <Filter filter={stand.filter} onFilter={(filter) => zet({ filter })} />
              </Vlak>
              <Vlak kop={t('netwerk.legenda')}>
                <ul className="dw-legenda">
                  {soorten.map((soort) => (
                    <li key={soort}>
                      <Symbool soort={soort} size={18} /> {woorden.soort(soort)}
                    </li>
                  ))}
                </ul>
                <p className="dw-zacht dw-klein">{t('netwerk.legenda.lijnen')}</p>
              </Vlak>
            </div>
          </div>
          <OpDeKaart tekening={inTafels} keuze={keuze} filter={stand.filter} onKies={kies} />
          <Onderdelen
            tekening={inTafels}
            inGroep={inGroepen}
            {...{ keuze, maten }}
            onMeet={opMeet}
            onKies={kies}
            onUitbreiden={opUitbreiden}
            onVerberg={opVerberg}
          />
          <Verbanden tekening={inTafels} keuze={keuze} onKies={kies} />
          <Tijdlijn tekening={inTafels} keuze={keuze} filter={stand.filter} onKies={kies} onFilter={opFilter} />
          <Weergaven />
        </>
      )}
      {vragend !== undefined && (
        <UitbreidVenster
          element={vragend}
          onKies={(welke, hoogstens) => void breidUit(vragend.sleutel, welke, hoogstens)}
          onClose={() => setVraagt(null)}
        />
      )}
      {eindpunten !== null && (
        <PadVenster
          van={eindpunten[0]}
          naar={eindpunten[1]}
          tekening={heel}
          filter={stand.filter}
          onPad={(pad, stappen) => {
            setEindpunten(null);
            zetPad(pad, stappen);
          }}
          onClose={() => setEindpunten(null)}
        />
      )}
      {venster === 'toon' && <Toonstand {...{ stand, beeld }} onClose={() => setVenster(null)} />}
      {venster === 'bewaar' && (
        <BewaarVenster
          knopen={heel.elementen.flatMap((one) => one.knopen)}
          geplaatst={teBewaren}
          filter={stand.filter}
          onBewaard={() => setVenster(null)}
          onClose={() => setVenster(null)}
        />
      )}
      {venster === 'druk' && <AfdrukVenster stand={stand} onClose={() => setVenster(null)} />}
    </div>
  );
}

/** A kept view, as this user may see it now. */
function Bewaard({ id }: { id: string }) {
  const found = useQuery({
    queryKey: ['netwerkweergave', id],
    queryFn: () => toonWeergave(id),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const { knopen, filter } = found.data;
  const eerste: Stand = {
    ...LEEG,
    knopen: knopen.map(sleutelVan),
    vast: knopen.filter((one) => one.vast).map(sleutelVan),
    notities: Object.fromEntries(
      knopen.flatMap((one) => (one.notitie === null ? [] : [[sleutelVan(one), one.notitie]])),
    ),
    plaats: Object.fromEntries(knopen.map((one) => [sleutelVan(one), { x: one.x, y: one.y }])),
    filter: filter ?? GEEN_FILTER,
    stappen: Object.fromEntries(knopen.map((one) => [sleutelVan(one), one.stap ?? 0])),
  };
  return <Werkblad eerste={eerste} weergave={found.data} />;
}

export default function Netwerk() {
  const { van, id, weergave } = route.useSearch();
  const { netwerk } = useLocation().state;
  useLanguage();
  if (weergave !== undefined) return <Bewaard key={weergave} id={weergave} />;
  const refs = van !== undefined && id !== undefined ? [{ soort: van, id }] : [netwerk ?? []].flat();
  const knopen = refs.map(sleutelVan);
  return <Werkblad key={knopen.join(' ')} eerste={{ ...LEEG, knopen }} />;
}
