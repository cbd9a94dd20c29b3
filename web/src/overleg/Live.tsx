// SPDX-License-Identifier: EUPL-1.2
// The meeting itself: the agenda, the item on the table, and what is decided and agreed of it. Everybody has this screen with
// what is his; who leads it goes from item to item. What is recorded goes to the dossier at once.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft, ChevronRight, ClipboardList, DoorClosed, EyeOff, Info, MonitorUp, Play, Scale } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type Aanwezigheid, type Agendapunt, type Bewerkveld, type Id, type Overleg, STANDEN } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { formatDate, formatTime } from '../basis/format';
import { touch } from '../basis/hand';
import { useShortcuts } from '../basis/keys';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { isMissing, problemText } from '../basis/problem';
import { NotFound } from '../basis/schil/ErrorScreen';
import { renewSession, useSession } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { fieldId, SelectField } from '../basis/vorm/fields';
import {
  beeldQuery,
  beginOverleg,
  beginPunt,
  eindPunt,
  overlegQuery,
  sluitOverleg,
  toonOverleg,
  zetAanwezig,
  zetZwart,
} from './api';
import type { Bewerkingen } from './bewerkingen';
import { Klok } from './Klok';
import { LiveVeld } from './LiveVeld';
import { StaatMerk, useOpsomming } from './merken';
import { Acties, Delen, NaarDossier } from './PuntInhoud';
import { Actievak, Besluitvak } from './Vastleggen';
import { useOverlegLive } from './volgen';
import { useWerk } from './werk';
import { sein } from './zender';
import './overleg.css';

const Punttoets = lazy(async () => ({ default: (await import('./PuntVensters')).Punttoets }));
const Informatie = lazy(async () => ({ default: (await import('./Toevoegen')).Informatie }));
const Interventie = lazy(async () => ({ default: (await import('./Toevoegen')).Interventie }));
const WeegSamen = lazy(() => import('./WeegSamen'));

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

function Aanwezig({ overleg, leidt }: { overleg: Overleg; leidt: boolean }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const er = overleg.deelnemers.filter((one) => one.aanwezig === 'aanwezig' || one.aanwezig === 'laat').length;
  const zet = async (wie: Id, stand: Aanwezigheid) => {
    try {
      toonOverleg(client, await zetAanwezig(overleg.id, wie, stand));
      sein(overleg.id, 'lees');
    } catch (error) {
      announce(problemText(error, t));
    }
  };
  return (
    <details className="dw-vlak dw-aanwezig" open={leidt && er === 0}>
      <summary>{t('overleg.aanwezig', { er, totaal: overleg.deelnemers.length })}</summary>
      <ul className="dw-aanwezig__lijst">
        {overleg.deelnemers.map(({ gebruiker, organisatie, aanwezig, sinds }) => (
          <li key={gebruiker.id}>
            {leidt ? (
              <SelectField
                name={`stand-${gebruiker.id}`}
                label={gebruiker.naam}
                {...(organisatie === '' ? {} : { hint: organisatie })}
                value={aanwezig ?? ''}
                none={t('overleg.stand.onbekend')}
                onChange={(stand) => stand !== '' && void zet(gebruiker.id, stand as Aanwezigheid)}
                options={STANDEN.map((one) => ({ value: one, label: t(`overleg.stand.${one}`) }))}
              />
            ) : (
              <>
                {gebruiker.naam}{' '}
                <span className="dw-zacht">
                  {aanwezig === null ? t('overleg.stand.onbekend') : t(`overleg.stand.${aanwezig}`)}
                  {sinds !== null && ` ${t('overleg.sinds', { tijd: formatTime(sinds, language) })}`}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface AgendaProps {
  overleg: Overleg;
  getoond: Id | null;
  onKies: (id: Id) => void;
}

function Agenda({ overleg, getoond, onKies }: AgendaProps) {
  const { t } = useLanguage();
  return (
    <nav className="dw-vlak dw-liveagenda" aria-label={t('overleg.agenda')}>
      <ol>
        {overleg.punten.map((een) => (
          <li key={een.id}>
            <button
              type="button"
              className="dw-liveagenda__punt"
              aria-current={een.id === getoond ? 'true' : undefined}
              onClick={() => onKies(een.id)}
            >
              <span className="dw-liveagenda__nummer">{een.nummer}</span>
              <span className="dw-liveagenda__titel">{een.titel}</span>
              {een.staat === 'gepland' ? (
                <span className="dw-zacht dw-klein">{t('overleg.minuten', { minuten: een.minuten })}</span>
              ) : (
                <StaatMerk staat={een.staat} />
              )}
            </button>
          </li>
        ))}
      </ol>
      {overleg.punten.length === 0 && <p className="dw-zacht">{t('overleg.agenda.leeg')}</p>}
    </nav>
  );
}

const PLANVELDEN: readonly Bewerkveld[] = ['hypothese', 'doel', 'strategie'];

interface PuntProps {
  overleg: Overleg;
  punt: Agendapunt;
  werk: Bewerkingen;
  leidt: boolean;
  onBegin: (punt: Id) => void;
  onEind: (punt: Id, doorschuiven: boolean) => void;
}

function Punt({ overleg, punt, werk, leidt, onBegin, onEind }: PuntProps) {
  const { t } = useLanguage();
  const som = useOpsomming();
  const { rechten } = useSession();
  const [venster, setVenster] = useState<'toets' | 'informatie' | 'interventie' | null>(null);
  const [weegt, setWeegt] = useState(false);
  const niemand = punt.waarschuwing ?? [];
  const plan = punt.velden.filter((one) => PLANVELDEN.includes(one.veld));
  const schrijft = overleg.staat === 'bezig';
  return (
    <section className="dw-livepunt" aria-labelledby="punt-kop">
      <div className="dw-vlak dw-livevak">
        <p className="dw-zacht dw-livepunt__soort">
          {t('overleg.punt.nummer', { nummer: punt.nummer })} · {t(`overleg.doel.${punt.doel}`)}
          {punt.dossier !== null && (
            <>
              {' · '}
              <NaarDossier punt={punt} />
            </>
          )}
        </p>
        <h2 id="punt-kop" className="nl-heading nl-heading--level-2" tabIndex={-1}>
          {punt.titel}
        </h2>
        <Klok punt={punt} />
        {leidt && niemand.length > 0 && (
          <div className="dw-hint" role="alert">
            <p>{t('overleg.waarschuwing', { namen: som(niemand.map((one) => one.naam)), aantal: niemand.length })}</p>
            <span className="dw-klein">{t('overleg.waarschuwing.uitleg')}</span>
          </div>
        )}
        {leidt && schrijft && (
          <div className="dw-knoppen dw-knoppen--krap">
            {punt.staat === 'bezig' ? (
              <>
                <Button onClick={() => onEind(punt.id, false)}>{t('overleg.punt.besproken')}</Button>
                <Button weight="subtle" onClick={() => onEind(punt.id, true)}>
                  {t('overleg.punt.doorschuiven')}
                </Button>
              </>
            ) : (
              <Button weight="primary" icon={<Play aria-hidden="true" size={18} />} onClick={() => onBegin(punt.id)}>
                {t('overleg.punt.begin')}
              </Button>
            )}
            {punt.verdeling !== null && punt.soort !== 'vrij' && (
              <Button weight="subtle" onClick={() => setVenster('toets')}>
                {t('overleg.toets')}
              </Button>
            )}
          </div>
        )}
        {punt.voorbereiding !== '' && <p className="dw-lopend">{punt.voorbereiding}</p>}
        <Delen punt={punt} />
        {punt.delen.length === 0 && punt.soort !== 'vrij' && <p className="dw-zacht">{t('overleg.delen.geen')}</p>}
      </div>
      {leidt && schrijft && punt.dossier !== null && (
        <div className="dw-knoppen">
          {punt.soort === 'signaal' && rechten.includes('signaal.wegen') && (
            <Button
              icon={<Scale aria-hidden="true" size={18} />}
              aria-expanded={weegt}
              onClick={() => setWeegt(!weegt)}
            >
              {t('overleg.weging')}
            </Button>
          )}
          <Button icon={<Info aria-hidden="true" size={18} />} onClick={() => setVenster('informatie')}>
            {t('overleg.informatie')}
          </Button>
          {punt.soort === 'casus' && rechten.includes('interventie.schrijven') && (
            <Button icon={<ClipboardList aria-hidden="true" size={18} />} onClick={() => setVenster('interventie')}>
              {t('overleg.interventie')}
            </Button>
          )}
        </div>
      )}
      {leidt && weegt && punt.dossier !== null && (
        <div className="dw-vlak dw-livevak">
          <Suspense fallback={<Loading />}>
            <WeegSamen overleg={overleg} punt={punt} signaal={punt.dossier.id} />
          </Suspense>
        </div>
      )}
      <div className="dw-vlak dw-livevak">
        <LiveVeld
          werk={werk}
          punt={punt.id}
          veld="aantekening"
          label={t('overleg.veld.aantekening')}
          hint={t('overleg.veld.aantekening.hulp')}
          rows={6}
          leesbaar={!schrijft}
        />
      </div>
      {plan.length > 0 && (
        <div className="dw-vlak dw-livevak">
          <h3 className="nl-heading nl-heading--level-4">{t('overleg.plan.kop')}</h3>
          {plan.map(({ veld }) => (
            <LiveVeld
              key={veld}
              werk={werk}
              punt={punt.id}
              veld={veld}
              label={t(`overleg.veld.${veld as 'doel'}`)}
              rows={3}
              leesbaar={!schrijft || !rechten.includes('casus.schrijven')}
            />
          ))}
        </div>
      )}
      <Suspense fallback={null}>
        {venster === 'toets' && <Punttoets overleg={overleg.id} punt={punt} onClose={() => setVenster(null)} />}
        {venster === 'informatie' && <Informatie overleg={overleg.id} punt={punt} onClose={() => setVenster(null)} />}
        {venster === 'interventie' && <Interventie overleg={overleg} punt={punt} onClose={() => setVenster(null)} />}
      </Suspense>
    </section>
  );
}

function Sluiten({ overleg, werk, onClose }: { overleg: Overleg; werk: Bewerkingen; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [bezig, setBezig] = useState(false);
  const onverzonden = useSyncExternalStore(werk.volg, () => werk.onverzonden);
  const open = overleg.punten.filter((one) => one.staat === 'gepland' || one.staat === 'bezig');
  const sluit = async () => {
    setBezig(true);
    try {
      toonOverleg(client, await sluitOverleg(overleg.id));
      sein(overleg.id, 'lees');
      announce(t('overleg.gesloten'));
      await navigate({ to: '/overleg/$id', params: { id: overleg.id } });
    } catch (error) {
      announce(problemText(error, t));
      setBezig(false);
    }
  };
  return (
    <Dialog title={t('overleg.sluiten')} onClose={onClose}>
      <p className="nl-paragraph">{t('overleg.sluiten.uitleg')}</p>
      {open.length > 0 && (
        <>
          <p className="nl-paragraph">{t('overleg.sluiten.open', { aantal: open.length })}</p>
          <ul className="dw-verdeling__lijst">
            {open.map((een) => (
              <li key={een.id}>
                {een.nummer}. {een.titel}
              </li>
            ))}
          </ul>
        </>
      )}
      {onverzonden > 0 && <p className="dw-hint">{t('overleg.sluiten.onverzonden', { aantal: onverzonden })}</p>}
      <div className="dw-knoppen">
        <Button weight="primary" busy={bezig} onClick={() => void sluit()}>
          {t('overleg.sluiten.doe')}
        </Button>
        <Button weight="subtle" onClick={onClose}>
          {t('basis.annuleren')}
        </Button>
      </div>
    </Dialog>
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
    async (wat: Promise<Overleg>) => {
      try {
        toonOverleg(client, await wat);
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
