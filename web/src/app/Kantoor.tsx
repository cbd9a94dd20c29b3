// SPDX-License-Identifier: EUPL-1.2
// The office: the frame with its menu, the global keys, live changes and the watch over the session.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  Archive,
  BookOpenText,
  Building2,
  CalendarClock,
  ChartNoAxesColumn,
  Eye,
  FolderOpen,
  GraduationCap,
  ListChecks,
  ListTodo,
  MapPinned,
  MessageCircleQuestion,
  Radio,
  ShieldAlert,
  Target,
  UserSearch,
  Waypoints,
} from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { toonActie, useGetoondeActie } from '../actie/venster';
import type { MijnWerk, Recht } from '../api/typen';
import { kandidatenQuery } from '../archief/api';
import { announce } from '../basis/announce';
import { useDoel, useZoekdoel } from '../basis/doel';
import { useShortcuts } from '../basis/keys';
import { laadWoorden, type Translate, translate, useLanguage } from '../basis/language';
import { type LiveRule, useLive } from '../basis/live';
import { problemText } from '../basis/problem';
import { HelpDialog } from '../basis/schil/HelpDialog';
import { type BarAction, type NavItem, Schil } from '../basis/schil/Schil';
import { endSession, useSession } from '../basis/session';
import { openDelen } from '../privacy/delen';
import { FreshProof } from '../toegang/FreshProof';
import { SessionWatch } from '../toegang/SessionWatch';
import { mijnWerkQuery } from '../werkvoorraad/api';

const ActieVorm = lazy(() => import('../actie/ActieVorm').then((file) => ({ default: file.ActieVorm })));
const ZoekVak = lazy(() => import('../zoek/ZoekVak'));
const ZoekdoelBalk = lazy(() => import('../zoek/ZoekdoelBalk'));
const DoelBalk = lazy(() => import('../toegang/DoelBalk'));
const DoelVenster = lazy(() => import('../toegang/DoelVenster'));
const GastBalk = lazy(async () => (await Promise.all([import('../gast/GastBalk'), laadWoorden('gast')]))[0]);
const NoodtoegangBalk = lazy(() => import('../privacy/NoodtoegangBalk'));
const NoodtoegangVenster = lazy(() => import('../privacy/NoodtoegangVenster'));
const WaaromDialog = lazy(() => import('../toegang/WaaromDialog'));

const LIVE: readonly LiveRule[] = [
  {
    kind: 'signaal',
    lists: ['zoek', 'signalen', 'mijn-werk', 'tellingen', 'kaart-signalen', 'netwerk'],
    object: 'signaal',
  },
  // Somebody may see less than before, or what he could see was destroyed.
  {
    kind: 'rechten',
    lists: ['netwerk', 'signalen', 'casussen', 'dossier', 'mijn-werk', 'tellingen'],
    object: 'rechten',
    less: true,
  },
  { kind: 'netwerk', lists: ['netwerk'], object: 'netwerk', less: true },
  // The screens of a meeting read it again themselves, at once.
  { kind: 'overleg', lists: ['overleggen', 'overlegreeksen', 'overlegbeeld'], object: 'overleg' },
  { kind: 'agendapunt', lists: [], object: 'agendapunt' },
  { kind: 'actie', lists: ['acties', 'mijn-werk'], object: 'actie' },
  { kind: 'document', lists: ['documenten'], object: 'document' },
  { kind: 'noodtoegang', lists: ['noodtoegangen'], object: 'noodtoegang' },
  { kind: 'verzoek', lists: ['verzoeken'], object: 'verzoek' },
  {
    kind: 'casus',
    lists: ['zoek', 'casussen', 'dossier', 'mijn-werk', 'tellingen', 'netwerk', 'acties'],
    object: 'casus',
  },
];

function logout(): void {
  endSession().catch((error) => announce(problemText(error, translate, false)));
}

/** What this user has a right to; the rest is absent. The first four are what a phone shows at once. */
function menu(
  rights: readonly Recht[],
  work: MijnWerk | undefined,
  teVernietigen: number | undefined,
  t: Translate,
): NavItem[] {
  const partner = rights.includes('vraag.beantwoorden');
  const items: NavItem[] = [];
  if (!partner || rights.includes('casus.schrijven')) items.push({ to: '/', label: 'nav.mijnwerk', icon: ListChecks });
  if (partner) items.push({ to: '/vragen', label: 'nav.vragen', icon: MessageCircleQuestion });
  if (rights.includes('signaal.lezen')) {
    const count = rights.includes('signaal.wegen') ? work?.teWegen : undefined;
    items.push({
      to: '/signalen',
      label: 'nav.signalen',
      icon: Radio,
      count,
      countLabel: t('nav.tewegen', { aantal: count ?? 0 }),
    });
  }
  if (rights.includes('signaal.schrijven') && !rights.includes('signaal.lezen')) {
    items.push({ to: '/signalen/nieuw', label: 'signaal.nieuw', icon: Radio });
  }
  if (rights.includes('casus.lezen')) items.push({ to: '/casussen', label: 'nav.casussen', icon: FolderOpen });
  if (rights.includes('overleg.zien')) items.push({ to: '/overleg', label: 'nav.overleg', icon: CalendarClock });
  if (rights.includes('actie.zien')) items.push({ to: '/acties', label: 'nav.acties', icon: ListTodo });
  if (rights.includes('bedrijf.zien')) items.push({ to: '/bedrijven', label: 'nav.bedrijven', icon: Building2 });
  if (rights.includes('kaart.zien')) items.push({ to: '/kaart', label: 'nav.kaart', icon: MapPinned });
  if (rights.includes('netwerk.zien')) items.push({ to: '/netwerk', label: 'nav.netwerk', icon: Waypoints });
  if (openDelen(rights).length > 0) items.push({ to: '/toezicht', label: 'nav.toezicht', icon: Eye });
  if (rights.includes('verzoek.behandelen')) {
    items.push({ to: '/verzoeken', label: 'nav.verzoeken', icon: UserSearch });
    items.push({ to: '/verwerkingen', label: 'nav.verwerkingen', icon: BookOpenText });
  }
  if (rights.includes('aanpak.zien')) items.push({ to: '/lessen', label: 'nav.lessen', icon: GraduationCap });
  if (rights.includes('cijfers.zien')) items.push({ to: '/cijfers', label: 'nav.cijfers', icon: ChartNoAxesColumn });
  if (rights.includes('archief.lezen')) {
    items.push({
      to: '/vernietiging',
      label: 'nav.vernietiging',
      icon: Archive,
      count: teVernietigen,
      countLabel: t('nav.tevernietigen', { aantal: teVernietigen ?? 0 }),
    });
  }
  return items;
}

export function Kantoor() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { rechten, noodtoegangTot, activiteiten, teGast } = useSession();
  const doel = useDoel();
  const actie = useGetoondeActie();
  const zoekdoel = useZoekdoel();
  const mayFind = rechten.includes('zoeken');
  const [help, setHelp] = useState(false);
  const [why, setWhy] = useState(false);
  const [nood, setNood] = useState(false);
  const [kiest, setKiest] = useState(false);
  const work = useQuery({ ...mijnWerkQuery, enabled: rechten.includes('casus.lezen') }).data;
  // Read once: what is due changes with the day.
  const due = useQuery({ ...kandidatenQuery, enabled: rechten.includes('archief.lijst'), staleTime: Infinity }).data;
  const teVernietigen = due?.filter((one) => one.blokkades.length === 0).length;
  const mayReport = rechten.includes('signaal.schrijven');
  useLive(client, LIVE);
  useShortcuts(
    useMemo(
      () => ({
        'g m': () => void navigate({ to: '/' }),
        'g s': () => void navigate({ to: '/signalen' }),
        'g c': () => void navigate({ to: '/casussen' }),
        'g o': () => void navigate({ to: '/overleg' }),
        'g k': () => void navigate({ to: '/kaart' }),
        'g a': () => void navigate({ to: '/netwerk' }),
        'g v': () => void navigate({ to: '/cijfers' }),
        ...(mayReport ? { c: () => void navigate({ to: '/signalen/nieuw' }) } : {}),
        '?': () => setHelp(true),
        'Shift+?': () => setHelp(true),
      }),
      [navigate, mayReport],
    ),
  );
  const items = menu(rechten, work, teVernietigen, t);
  const acties: BarAction[] = [];
  if (activiteiten.some((one) => one.kiesbaar)) {
    acties.push({ label: 'toegang.doel', icon: Target, doe: () => setKiest(true) });
  }
  if (rechten.includes('noodtoegang.openen')) {
    acties.push({ label: 'privacy.nood', icon: ShieldAlert, doe: () => setNood(true) });
  }
  return (
    <Schil
      items={items}
      search={
        mayFind && (
          <Suspense fallback={null}>
            <ZoekVak />
          </Suspense>
        )
      }
      actions={acties}
      strip={
        (teGast || noodtoegangTot !== null || doel !== null || zoekdoel !== null) && (
          <Suspense fallback={null}>
            {teGast && <GastBalk />}
            {noodtoegangTot !== null && <NoodtoegangBalk />}
            {doel !== null && <DoelBalk />}
            {doel === null && zoekdoel !== null && <ZoekdoelBalk />}
          </Suspense>
        )
      }
      onHelp={() => setHelp(true)}
      onLogout={logout}
    >
      {help && (
        <HelpDialog
          onClose={() => setHelp(false)}
          onWhy={() => {
            setHelp(false);
            setWhy(true);
          }}
        />
      )}
      {why && (
        <Suspense fallback={null}>
          <WaaromDialog onClose={() => setWhy(false)} />
        </Suspense>
      )}
      {nood && (
        <Suspense fallback={null}>
          <NoodtoegangVenster onClose={() => setNood(false)} />
        </Suspense>
      )}
      {kiest && (
        <Suspense fallback={null}>
          <DoelVenster onClose={() => setKiest(false)} />
        </Suspense>
      )}
      {actie !== null && (
        <Suspense fallback={null}>
          <ActieVorm key={actie.id} een={actie} onClose={() => toonActie(null)} />
        </Suspense>
      )}
      <FreshProof />
      <SessionWatch onLogout={logout} />
    </Schil>
  );
}
