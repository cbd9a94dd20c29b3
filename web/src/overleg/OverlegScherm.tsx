// SPDX-License-Identifier: EUPL-1.2
// One meeting, before and after: who leads it prepares the agenda here; everybody reads here what is his of it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import {
  ArrowDown,
  ArrowLeft,
  ArrowUp,
  CalendarClock,
  CalendarDays,
  CalendarX,
  EyeOff,
  FileText,
  Pencil,
  Play,
  Plus,
  Share2,
  ShieldCheck,
  Trash2,
  Type,
} from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import type { Agendapunt, Overleg } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { now } from '../basis/clock';
import { dayOf, formatDate, formatTime } from '../basis/format';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { isMissing, problemText } from '../basis/problem';
import { NotFound } from '../basis/schil/ErrorScreen';
import { Empty, Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import {
  beginOverleg,
  bewaarUitnodiging,
  bewaarVerslag,
  haalPuntWeg,
  overlegQuery,
  reeksQuery,
  toonOverleg,
  voorstellenQuery,
  zetVolgorde,
} from './api';
import { Deelnemers } from './Deelnemers';
import { hoorNiets, PunttoetsMerk, StaatMerk, useOpsomming } from './merken';
import { Acties, Delen, NaarDossier, Opbrengst } from './PuntInhoud';
import { Punttoetsen } from './Punttoetsen';
import { Voorstellen } from './Voorstellen';
import { useOverlegLive } from './volgen';
import './overleg.css';

const PuntVorm = lazy(() => import('./PuntVorm'));
const DelenVorm = lazy(async () => ({ default: (await import('./PuntVensters')).DelenVorm }));
const Inbreng = lazy(() => import('./Inbreng'));
const IngebrachtLijst = lazy(async () => ({ default: (await import('./Inbreng')).IngebrachtLijst }));
const Verzetten = lazy(async () => ({ default: (await import('./Verzetten')).Verzetten }));
const Afgelasten = lazy(async () => ({ default: (await import('./Verzetten')).Afgelasten }));
const Punttoets = lazy(async () => ({ default: (await import('./PuntVensters')).Punttoets }));

const route = getRouteApi('/kantoor/overleg/$id');

interface PuntKaartProps {
  overleg: Overleg;
  punt: Agendapunt;
  leidt: boolean;
  onSchuif: (stap: -1 | 1) => void;
}

function PuntKaart({ overleg, punt, leidt, onSchuif }: PuntKaartProps) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const som = useOpsomming();
  const [venster, setVenster] = useState<'wijzigen' | 'delen' | 'toets' | 'inbreng' | null>(null);
  const naar = useQuery({ ...reeksQuery(overleg.reeks.id), enabled: leidt && punt.dossier !== null }).data?.koppelingen;
  const niets = hoorNiets(punt);
  const weg = async () => {
    try {
      await haalPuntWeg(overleg.id, punt);
      await client.invalidateQueries({ queryKey: overlegQuery(overleg.id).queryKey });
      void client.invalidateQueries({ queryKey: voorstellenQuery(overleg.id).queryKey });
      announce(t('overleg.punt.weggehaald', { titel: punt.titel }));
    } catch (error) {
      announce(problemText(error, t));
    }
  };
  const knop = (label: string) => `${label}: ${punt.titel}`;
  return (
    <li className="dw-vlak dw-punt" id={`punt-${punt.id}`} tabIndex={-1}>
      <div className="dw-punt__kop">
        <span className="dw-punt__nummer" aria-hidden="true">
          {punt.nummer}
        </span>
        <div className="dw-punt__titel">
          <h3 className="nl-heading nl-heading--level-4">
            <span className="dw-onzichtbaar">{t('overleg.punt.nummer', { nummer: punt.nummer })}: </span>
            {punt.titel}
          </h3>
          <p className="dw-zacht">
            {t(`overleg.doel.${punt.doel}`)} · {t('overleg.minuten', { minuten: punt.minuten })}
            {punt.dossier !== null && (
              <>
                {' · '}
                <NaarDossier punt={punt} />
              </>
            )}
          </p>
        </div>
        <div className="dw-punt__merken">
          {leidt && <PunttoetsMerk punt={punt} />}
          {punt.staat !== 'gepland' && <StaatMerk staat={punt.staat} />}
        </div>
        {leidt && (
          <div className="dw-punt__gereedschap">
            <Button
              weight="subtle"
              className="dw-knop--icoon"
              onClick={() => setVenster('wijzigen')}
              aria-label={knop(t('overleg.punt.wijzigen'))}
            >
              <Pencil aria-hidden="true" size={18} />
            </Button>
            <Button
              weight="subtle"
              className="dw-knop--icoon"
              onClick={() => onSchuif(-1)}
              aria-label={knop(t('overleg.punt.omhoog'))}
            >
              <ArrowUp aria-hidden="true" size={18} />
            </Button>
            <Button
              weight="subtle"
              className="dw-knop--icoon"
              onClick={() => onSchuif(1)}
              aria-label={knop(t('overleg.punt.omlaag'))}
            >
              <ArrowDown aria-hidden="true" size={18} />
            </Button>
            {punt.staat === 'gepland' && (
              <Button
                weight="subtle"
                className="dw-knop--icoon"
                onClick={() => void weg()}
                aria-label={knop(t('overleg.punt.weg'))}
              >
                <Trash2 aria-hidden="true" size={18} />
              </Button>
            )}
          </div>
        )}
      </div>
      {punt.herkomst !== null && <p className="dw-zacht dw-klein">{t('overleg.herkomst', { reeks: punt.herkomst })}</p>}
      {punt.reden !== null && <p className="dw-zacht dw-klein">{t(`overleg.reden.${punt.reden as 'te_wegen'}`)}</p>}
      {punt.voorbereiding !== '' && (
        <p className="dw-lopend">
          <strong>{t('overleg.punt.lees')}</strong> {punt.voorbereiding}
        </p>
      )}
      <Delen punt={punt} />
      {leidt && niets.length > 0 && (
        <p className="dw-zacht dw-klein dw-hoortniets">
          <EyeOff aria-hidden="true" size={16} />
          {t('overleg.hoortniets', { namen: som(niets), aantal: niets.length })}
        </p>
      )}
      {leidt && <Punttoetsen overleg={overleg} punt={punt} />}
      {punt.ingebracht.length > 0 && (
        <Suspense fallback={null}>
          <IngebrachtLijst overleg={overleg.id} punt={punt} />
        </Suspense>
      )}
      {overleg.staat !== 'gepland' && <Opbrengst punt={punt} />}
      {leidt && punt.soort !== 'vrij' && punt.verdeling !== null && (
        <div className="dw-knoppen dw-punt__knoppen">
          <Button
            icon={<Type aria-hidden="true" size={18} />}
            onClick={() => setVenster('delen')}
            aria-label={knop(t('overleg.delen'))}
          >
            {t('overleg.delen')}
          </Button>
          <Button
            icon={<ShieldCheck aria-hidden="true" size={18} />}
            onClick={() => setVenster('toets')}
            aria-label={knop(t('overleg.toets'))}
          >
            {t('overleg.toets')}
          </Button>
          {naar?.some((one) => one.richting === 'naar') && (
            <Button
              icon={<Share2 aria-hidden="true" size={18} />}
              onClick={() => setVenster('inbreng')}
              aria-label={knop(t('overleg.inbreng'))}
            >
              {t('overleg.inbreng')}
            </Button>
          )}
        </div>
      )}
      <Suspense fallback={null}>
        {venster === 'wijzigen' && <PuntVorm overleg={overleg} punt={punt} onClose={() => setVenster(null)} />}
        {venster === 'delen' && <DelenVorm overleg={overleg.id} punt={punt} onClose={() => setVenster(null)} />}
        {venster === 'inbreng' && <Inbreng overleg={overleg.id} punt={punt} onClose={() => setVenster(null)} />}
        {venster === 'toets' && <Punttoets overleg={overleg.id} punt={punt} onClose={() => setVenster(null)} />}
      </Suspense>
    </li>
  );
}

function Agenda({ overleg, leidt }: { overleg: Overleg; leidt: boolean }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [nieuw, setNieuw] = useState(false);
  const bezig = useRef(false);
  const som = overleg.punten.reduce((totaal, een) => totaal + een.minuten, 0);
  const ruimte = (Date.parse(overleg.eind) - Date.parse(overleg.begin)) / 60_000;
  const schuif = async (plek: number, stap: -1 | 1) => {
    const ids = overleg.punten.map((one) => one.id);
    const [een, ander] = [ids[plek], ids[plek + stap]];
    if (bezig.current || een === undefined) return;
    if (ander === undefined) {
      announce(t(stap === -1 ? 'overleg.punt.bovenaan' : 'overleg.punt.onderaan'));
      return;
    }
    ids[plek] = ander;
    ids[plek + stap] = een;
    bezig.current = true;
    try {
      toonOverleg(client, await zetVolgorde(overleg.id, ids));
      announce(t('overleg.punt.verplaatst', { nummer: plek + stap + 1 }));
    } catch (error) {
      announce(problemText(error, t));
    } finally {
      bezig.current = false;
    }
  };
  return (
    <section aria-labelledby="agenda-kop">
      <div className="dw-schermkop">
        <h2 id="agenda-kop" className="nl-heading nl-heading--level-2">
          {t('overleg.agenda')}
        </h2>
        {leidt && (
          <Button icon={<Plus aria-hidden="true" size={18} />} onClick={() => setNieuw(true)}>
            {t('overleg.punt.nieuw')}
          </Button>
        )}
      </div>
      {leidt && <Voorstellen overleg={overleg} />}
      {overleg.punten.length > 0 && leidt && (
        <p className={som > ruimte ? 'dw-hint' : 'dw-zacht'}>
          {t(som > ruimte ? 'overleg.tijd.over' : 'overleg.tijd', { som, ruimte })}
        </p>
      )}
      {overleg.punten.length === 0 ? (
        <div className="dw-vlak">
          <Empty title={t('overleg.agenda.leeg')}>
            <p className="nl-paragraph">{t(leidt ? 'overleg.agenda.leeg.leidt' : 'overleg.agenda.leeg.uitleg')}</p>
          </Empty>
        </div>
      ) : (
        <ol className="dw-punten">
          {overleg.punten.map((een, plek) => (
            <PuntKaart
              key={een.id}
              overleg={overleg}
              punt={een}
              leidt={leidt}
              onSchuif={(stap) => void schuif(plek, stap)}
            />
          ))}
        </ol>
      )}
      <Suspense fallback={null}>{nieuw && <PuntVorm overleg={overleg} onClose={() => setNieuw(false)} />}</Suspense>
    </section>
  );
}

export default function OverlegScherm() {
  const { t, language } = useLanguage();
  const { id } = route.useParams();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [venster, setVenster] = useState<'verzetten' | 'afgelasten' | null>(null);
  const found = useQuery(overlegQuery(id));
  useOverlegLive(id);
  if (found.isPending) return <Loading />;
  if (isMissing(found.error)) return <NotFound />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const overleg = found.data;
  const gepland = overleg.staat === 'gepland';
  const leidt = overleg.ik.magLeiden && (gepland || overleg.staat === 'bezig');
  const doe = (wat: Promise<unknown>) => wat.catch((error) => announce(problemText(error, t, false)));
  const begin = async () => {
    toonOverleg(client, await beginOverleg(id));
    await navigate({ to: '/overleg/$id/live', params: { id } });
  };
  return (
    <div className="dw-scherm dw-overleggen">
      <Link to="/overleg" className="nl-link dw-terug">
        <ArrowLeft aria-hidden="true" size={16} /> {t('nav.overleg')}
      </Link>
      <div className="dw-schermkop">
        <div>
          <PageHeading title={`${overleg.reeks.naam} · ${formatDate(overleg.datum, language)}`} />
          <p className="dw-zacht dw-overlegfeiten">
            <span>
              {formatTime(overleg.begin, language)}–{formatTime(overleg.eind, language)}
            </span>
            {overleg.plaats !== '' && <span>{overleg.plaats}</span>}
            <span>{t('overleg.voorgezetendoor', { naam: overleg.voorzitter.naam })}</span>
            <StaatMerk staat={overleg.staat} />
          </p>
        </div>
        <div className="dw-knoppen">
          {gepland && leidt && (
            <Button
              weight={overleg.datum <= dayOf(now()) ? 'primary' : 'secondary'}
              icon={<Play aria-hidden="true" size={18} />}
              onClick={() => void doe(begin())}
            >
              {t('overleg.begin')}
            </Button>
          )}
          {overleg.staat === 'bezig' && (
            <Link to="/overleg/$id/live" params={{ id }} className="nl-button nl-button--primary">
              <Play aria-hidden="true" size={18} />
              <span className="nl-button__label">{t('overleg.naarlive')}</span>
            </Link>
          )}
          {overleg.staat === 'gesloten' &&
            (['pdf', 'odt'] as const).map((vorm) => (
              <Button
                key={vorm}
                weight={vorm === 'pdf' ? 'primary' : 'secondary'}
                icon={<FileText aria-hidden="true" size={18} />}
                onClick={() => void doe(bewaarVerslag(overleg, vorm))}
              >
                {t(`overleg.verslag.${vorm}`)}
              </Button>
            ))}
          {overleg.staat !== 'gesloten' && (
            // of a meeting that was called off it takes it out of the calendar
            <Button
              icon={<CalendarDays aria-hidden="true" size={18} />}
              onClick={() => void doe(bewaarUitnodiging(overleg))}
            >
              {t(overleg.staat === 'afgelast' ? 'overleg.uitnodiging.weg' : 'overleg.uitnodiging')}
            </Button>
          )}
          {gepland && leidt && (
            <>
              <Button
                weight="subtle"
                icon={<CalendarClock aria-hidden="true" size={18} />}
                onClick={() => setVenster('verzetten')}
              >
                {t('overleg.verzetten')}
              </Button>
              <Button
                weight="subtle"
                icon={<CalendarX aria-hidden="true" size={18} />}
                onClick={() => setVenster('afgelasten')}
              >
                {t('overleg.afgelasten')}
              </Button>
            </>
          )}
        </div>
      </div>
      {overleg.staat === 'afgelast' && <p className="dw-hint">{t('overleg.isafgelast')}</p>}
      <Suspense fallback={null}>
        {venster === 'verzetten' && <Verzetten overleg={overleg} onClose={() => setVenster(null)} />}
        {venster === 'afgelasten' && <Afgelasten overleg={overleg} onClose={() => setVenster(null)} />}
      </Suspense>
      {overleg.voorgaandeActies.length > 0 && (
        <Vlak kop={t('overleg.voorgaand')}>
          <Acties acties={overleg.voorgaandeActies} />
        </Vlak>
      )}
      <Agenda overleg={overleg} leidt={leidt} />
      <Deelnemers overleg={overleg} leidt={leidt} />
    </div>
  );
}
