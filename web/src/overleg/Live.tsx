// SPDX-License-Identifier: EUPL-1.2
// The meeting itself: the agenda, the item on the table, and what is decided and agreed of it. Everybody has this screen with
// what is his; who leads it goes from item to item. What is recorded goes to the dossier at once.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft, ChevronRight, DoorClosed, EyeOff, MonitorUp, Play } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Agendapunt, Id, Overleg } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { formatDate } from '../basis/format';
import { touch } from '../basis/hand';
import { useShortcuts } from '../basis/keys';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { isMissing, problemText } from '../basis/problem';
import { NotFound } from '../basis/schil/ErrorScreen';
import { renewSession } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { fieldId } from '../basis/vorm/fields';
import { beeldQuery, beginOverleg, beginPunt, eindPunt, overlegQuery, toonOverleg, toonStap, zetZwart } from './api';
import type { Bewerkingen } from './bewerkingen';
import { Aanwezig, Agenda } from './LiveKant';
import { Punt } from './LivePunt';
import { Sluiten } from './LiveSluiten';
import { Acties } from './PuntInhoud';
import { Actievak, Besluitvak } from './Vastleggen';
import { useOverlegLive } from './volgen';
import { useWerk } from './werk';
import { luister, sein } from './zender';
import './overleg.css';

const route = getRouteApi('/kantoor/overleg/$id/live');

const WAKKER_MS = 4 * 60_000;
const NALEES_MS = 60_000;

/** An open meeting keeps the session of who leads it alive: he looks at people, not at the screen. */
function useWakker(aan: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!aan) return undefined;
    const timer = setInterval(() => {
      touch();
      renewSession(client).catch(() => undefined);
    }, WAKKER_MS);
    return () => clearInterval(timer);
  }, [aan, client]);
}

function Verbinding({ werk }: { werk: Bewerkingen }) {
  const { t } = useLanguage();
  const aantal = useSyncExternalStore(werk.volg, () => werk.onverzonden);
  const bereikbaar = useSyncExternalStore(werk.volg, () => werk.bereikbaar);
  let woorden = t('overleg.opgeslagen');
  if (!bereikbaar) woorden = t('overleg.offline', { aantal });
  else if (aantal > 0) woorden = t('overleg.verstuurt', { aantal });
  return (
    <p className={bereikbaar ? 'dw-verbinding' : 'dw-verbinding dw-verbinding--weg'} role="status">
      {woorden}
    </p>
  );
}

function Zitting({ overleg }: { overleg: Overleg }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const { werk, klaar } = useWerk(overleg);
  const leidt = overleg.ik.magLeiden;
  const bezig = overleg.staat === 'bezig';
  useWakker(leidt && bezig);
  const zwart = useQuery({ ...beeldQuery(overleg.id), enabled: leidt && bezig }).data?.zwart ?? false;
  // Not the meeting's own word for it: an item that began is read again by itself.
  const huidig = overleg.punten.find((one) => one.staat === 'bezig')?.id ?? null;
  const [gekozen, setGekozen] = useState<Id | null>(null);
  const [sluit, setSluit] = useState(false);
  const getoond =
    overleg.punten.find((one) => one.id === gekozen) ?? overleg.punten.find((one) => one.id === huidig) ?? null;

  // The item on the table is said aloud, and shown to who follows.
  const vorig = useRef(huidig);
  useEffect(() => {
    if (vorig.current === huidig) return;
    vorig.current = huidig;
    setGekozen(null);
    const nu = overleg.punten.find((one) => one.id === huidig);
    if (nu !== undefined) announce(t('overleg.nu', { nummer: nu.nummer, titel: nu.titel }));
  }, [overleg, huidig, t]);

  const doe = useCallback(
    async (wat: Promise<Overleg | Agendapunt>) => {
      try {
        const na = await wat;
        if ('punten' in na) toonOverleg(client, na);
        else toonStap(client, overleg.id, na);
        sein(overleg.id, 'lees');
      } catch (error) {
        announce(problemText(error, t));
        void client.invalidateQueries({ queryKey: overlegQuery(overleg.id).queryKey });
      }
    },
    [client, overleg.id, t],
  );
  const blader = useCallback(
    (stap: -1 | 1) => {
      const plek = overleg.punten.findIndex((one) => one.id === (getoond?.id ?? huidig));
      const doel = overleg.punten[plek + stap];
      if (doel === undefined) announce(t(stap === 1 ? 'overleg.laatste' : 'overleg.eerste'));
      else if (leidt && bezig && stap === 1 && doel.staat === 'gepland') void doe(beginPunt(overleg.id, doel.id));
      else setGekozen(doel.id);
    },
    [overleg, huidig, getoond, leidt, bezig, doe, t],
  );
  const wisselZwart = useCallback(async () => {
    sein(overleg.id, zwart ? 'licht' : 'zwart');
    try {
      client.setQueryData(beeldQuery(overleg.id).queryKey, await zetZwart(overleg.id, !zwart));
      announce(t(zwart ? 'overleg.beeld.weerlicht' : 'overleg.beeld.nuzwart'));
      sein(overleg.id, 'lees');
    } catch (error) {
      announce(problemText(error, t));
    }
  }, [client, overleg.id, zwart, t]);
  // A presenter in the hand presses its keys in whichever window is in front.
  useEffect(
    () =>
      luister(overleg.id, (wat) => {
        if (leidt && (wat === 'volgend' || wat === 'vorig')) blader(wat === 'volgend' ? 1 : -1);
      }),
    [overleg.id, leidt, blader],
  );
  const puntId = getoond?.id;
  useShortcuts(
    useMemo(
      () => ({
        PageDown: (event: KeyboardEvent) => {
          event.preventDefault();
          blader(1);
        },
        PageUp: (event: KeyboardEvent) => {
          event.preventDefault();
          blader(-1);
        },
        ...(leidt && bezig
          ? {
              b: (event: KeyboardEvent) => {
                event.preventDefault();
                document.getElementById(fieldId(`besluittekst-${puntId}`))?.focus();
              },
              a: (event: KeyboardEvent) => {
                event.preventDefault();
                document.getElementById(fieldId('wat'))?.focus();
              },
              '.': () => void wisselZwart(),
            }
          : {}),
      }),
      [blader, leidt, bezig, puntId, wisselZwart],
    ),
  );

  return (
    <div className="dw-scherm dw-live">
      <Link to="/overleg/$id" params={{ id: overleg.id }} className="nl-link dw-terug">
        <ArrowLeft aria-hidden="true" size={16} /> {t('overleg.naarvoorbereiding')}
      </Link>
      <div className="dw-schermkop">
        <div>
          <PageHeading title={`${overleg.reeks.naam} · ${formatDate(overleg.datum, language)}`} />
          <Verbinding werk={werk} />
        </div>
        <div className="dw-knoppen">
          {overleg.staat === 'gepland' && leidt && (
            <Button
              weight="primary"
              icon={<Play aria-hidden="true" size={18} />}
              onClick={() => void doe(beginOverleg(overleg.id))}
            >
              {t('overleg.begin')}
            </Button>
          )}
          {leidt && bezig && (
            <>
              <Button
                weight="primary"
                icon={<ChevronRight aria-hidden="true" size={18} />}
                hotkey="PageDown"
                onClick={() => blader(1)}
              >
                {t('overleg.volgende')}
              </Button>
              <a
                className="nl-button nl-button--secondary"
                href={`/overleg/${overleg.id}/beeld`}
                target="_blank"
                rel="noopener"
              >
                <MonitorUp aria-hidden="true" size={18} />
                <span className="nl-button__label">
                  {t('overleg.beeld.open')}
                  <span className="dw-onzichtbaar"> {t('basis.nieuwtabblad')}</span>
                </span>
              </a>
              <Button
                icon={<EyeOff aria-hidden="true" size={18} />}
                hotkey="."
                aria-pressed={zwart}
                onClick={() => void wisselZwart()}
              >
                {t('overleg.beeld.zwart')}
              </Button>
              <Button icon={<DoorClosed aria-hidden="true" size={18} />} onClick={() => setSluit(true)}>
                {t('overleg.sluiten')}
              </Button>
            </>
          )}
        </div>
      </div>
      {overleg.staat === 'gesloten' && <p className="dw-hint">{t('overleg.isgesloten')}</p>}
      <div className="dw-live__vakken">
        <div className="dw-live__links">
          <Agenda overleg={overleg} getoond={getoond?.id ?? null} onKies={setGekozen} />
          <Aanwezig overleg={overleg} leidt={leidt && bezig} />
          {overleg.voorgaandeActies.length > 0 && (
            <details className="dw-vlak dw-aanwezig">
              <summary>{t('overleg.voorgaand')}</summary>
              <Acties acties={overleg.voorgaandeActies} />
            </details>
          )}
        </div>
        {getoond === null || !klaar ? (
          <div className="dw-vlak">
            <Empty title={t('overleg.geenpunt')}>
              <p className="nl-paragraph">{t(leidt ? 'overleg.geenpunt.leidt' : 'overleg.geenpunt.uitleg')}</p>
            </Empty>
          </div>
        ) : (
          <>
            <Punt
              key={getoond.id}
              overleg={overleg}
              punt={getoond}
              werk={werk}
              leidt={leidt}
              onBegin={(punt) => void doe(beginPunt(overleg.id, punt))}
              onEind={(punt, doorschuiven) => void doe(eindPunt(overleg.id, punt, doorschuiven))}
            />
            <div className="dw-live__rechts" key={`rechts-${getoond.id}`}>
              <Besluitvak overleg={overleg} punt={getoond} werk={werk} leidt={leidt && bezig} />
              <Actievak overleg={overleg} punt={getoond} werk={werk} leidt={leidt && bezig} />
            </div>
          </>
        )}
      </div>
      {sluit && <Sluiten overleg={overleg} werk={werk} onClose={() => setSluit(false)} />}
    </div>
  );
}

export default function Live() {
  const { id } = route.useParams();
  // Read again now and then: a stream that was cut tells nothing.
  const found = useQuery({ ...overlegQuery(id), refetchInterval: NALEES_MS });
  useOverlegLive(id);
  if (found.isPending) return <Loading />;
  if (isMissing(found.error)) return <NotFound />;
  if (found.isError && found.data === undefined)
    return <Failed error={found.error} retry={() => void found.refetch()} />;
  return <Zitting overleg={found.data} />;
}
