// SPDX-License-Identifier: EUPL-1.2
// All addresses of the office app. Dutch in both languages; ids are random, filters are codes: nothing personal.
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import * as v from 'valibot';
import { laadWoorden } from '../basis/language';
import { ErrorScreen, NotFound } from '../basis/schil/ErrorScreen';
import { SCROLL_PLACE } from '../basis/scroll';
import { sessionQuery } from '../basis/session';
import { Loading } from '../basis/states';
import { casussenSearch } from '../casus/filter';
import { kaartSearch } from '../kaart/zoek';
import { netwerkSearch } from '../netwerk/zoek';
import { openDelen } from '../privacy/delen';
import { inboxSearch } from '../signaal/filter';
import { Kantoor } from './Kantoor';

interface Context {
  client: QueryClient;
}

/** A screen whose words come with it. */
const met =
  <Module,>(woorden: Parameters<typeof laadWoorden>[0][], laad: () => Promise<Module>) =>
  async (): Promise<Module> => {
    const [module] = await Promise.all([laad(), ...woorden.map(laadWoorden)]);
    return module;
  };

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFound });

const loginSearch = v.object({
  // Where to go afterwards: a path of this app, never another site.
  naar: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\/(?![/\\])/))), undefined),
  fout: v.fallback(v.optional(v.picklist(['aanmelden-mislukt', 'niet-beschikbaar'])), undefined),
});

const inloggen = createRoute({
  getParentRoute: () => root,
  path: '/inloggen',
  validateSearch: loginSearch,
  component: lazyRouteComponent(() => import('../toegang/Inloggen')),
});

const demo = createRoute({
  getParentRoute: () => root,
  path: '/demo',
  component: lazyRouteComponent(() => import('../toegang/Demo')),
});

/** Everything below needs a session. */
const kantoor = createRoute({
  getParentRoute: () => root,
  id: 'kantoor',
  component: Kantoor,
  beforeLoad: async ({ context, location }) => {
    const session = await context.client.ensureQueryData(sessionQuery);
    if (session === null) {
      const naar = location.href === '/' ? undefined : location.href;
      throw redirect({ to: '/inloggen', search: { naar, fout: undefined } });
    }
  },
});

const mijnWerk = createRoute({
  getParentRoute: () => kantoor,
  path: '/',
  beforeLoad: async ({ context }) => {
    // A guest comes for his casus, a partner for his questions; work of the team they have none.
    const session = await context.client.ensureQueryData(sessionQuery);
    const rechten = session?.rechten ?? [];
    if (session?.teGast) throw redirect({ to: '/casussen', replace: true });
    if (rechten.includes('vraag.beantwoorden') && !rechten.includes('casus.schrijven')) {
      throw redirect({ to: '/vragen', replace: true });
    }
  },
  component: lazyRouteComponent(() => import('../werkvoorraad/MijnWerk')),
});

const signalen = createRoute({
  getParentRoute: () => kantoor,
  path: '/signalen',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('../signaal/Inbox')),
});

const signaalNieuw = createRoute({
  getParentRoute: () => kantoor,
  path: '/signalen/nieuw',
  component: lazyRouteComponent(() => import('../signaal/NieuwSignaal')),
});

const signaal = createRoute({
  getParentRoute: () => kantoor,
  path: '/signalen/$id',
  component: lazyRouteComponent(() => import('../signaal/SignaalScherm')),
});

const weging = createRoute({
  getParentRoute: () => kantoor,
  path: '/signalen/$id/weging',
  component: lazyRouteComponent(() => import('../signaal/WegingScherm')),
});

const casusOpenen = createRoute({
  getParentRoute: () => kantoor,
  path: '/casussen/nieuw',
  validateSearch: v.object({ signaal: v.pipe(v.string(), v.uuid()) }),
  component: lazyRouteComponent(() => import('../casus/CasusOpenen')),
});

const casussen = createRoute({
  getParentRoute: () => kantoor,
  path: '/casussen',
  validateSearch: casussenSearch,
  component: lazyRouteComponent(() => import('../casus/Casussen')),
});

const prioritering = createRoute({
  getParentRoute: () => kantoor,
  path: '/casussen/prioritering',
  component: lazyRouteComponent(met(['aanpak'], () => import('../aanpak/Prioritering'))),
});

const weegtafel = createRoute({
  getParentRoute: () => kantoor,
  path: '/weegtafel',
  component: lazyRouteComponent(met(['aanpak'], () => import('../aanpak/Weegtafel'))),
});

const sjablonen = createRoute({
  getParentRoute: () => kantoor,
  path: '/sjablonen',
  component: lazyRouteComponent(met(['aanpak'], () => import('../aanpak/Sjablonen'))),
});

const criteria = createRoute({
  getParentRoute: () => kantoor,
  path: '/criteria',
  component: lazyRouteComponent(met(['aanpak'], () => import('../aanpak/Criteria'))),
});

const lessen = createRoute({
  getParentRoute: () => kantoor,
  path: '/lessen',
  validateSearch: v.object({
    thema: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,59}$/))), undefined),
  }),
  component: lazyRouteComponent(met(['aanpak', 'leren'], () => import('../leren/Lessen'))),
});

const casus = createRoute({
  getParentRoute: () => kantoor,
  path: '/casussen/$id',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/casussen/$id/$deel', params: { ...params, deel: 'overzicht' }, replace: true });
  },
});

const casusDeel = createRoute({
  getParentRoute: () => kantoor,
  path: '/casussen/$id/$deel',
  validateSearch: v.object({ bekendOp: v.fallback(v.optional(v.pipe(v.string(), v.isoTimestamp())), undefined) }),
  component: lazyRouteComponent(() => import('../dossier/CasusScherm')),
});

const acties = createRoute({
  getParentRoute: () => kantoor,
  path: '/acties',
  component: lazyRouteComponent(() => import('../actie/Acties')),
});

const vragen = createRoute({
  getParentRoute: () => kantoor,
  path: '/vragen',
  component: lazyRouteComponent(() => import('../vraag/Vragen')),
});

const gast = createRoute({
  getParentRoute: () => kantoor,
  path: '/gast',
  component: lazyRouteComponent(met(['gast'], () => import('../gast/Gastplekken'))),
});

const zoeken = createRoute({
  getParentRoute: () => kantoor,
  path: '/zoeken',
  component: lazyRouteComponent(() => import('../zoek/Zoeken')),
});

const cijfers = createRoute({
  getParentRoute: () => kantoor,
  path: '/cijfers',
  component: lazyRouteComponent(() => import('../monitor/Cijfers')),
});

const kaart = createRoute({
  getParentRoute: () => kantoor,
  path: '/kaart',
  validateSearch: kaartSearch,
  component: lazyRouteComponent(met(['kaart'], () => import('../kaart/Kaart'))),
});

const werklijsten = createRoute({
  getParentRoute: () => kantoor,
  path: '/werklijsten',
  component: lazyRouteComponent(met(['kaart'], () => import('../kaart/Werklijsten'))),
});

const werklijst = createRoute({
  getParentRoute: () => kantoor,
  path: '/werklijsten/$id',
  component: lazyRouteComponent(met(['kaart'], () => import('../kaart/WerklijstScherm'))),
});

const pand = createRoute({
  getParentRoute: () => kantoor,
  path: '/panden/$id',
  component: lazyRouteComponent(met(['kaart'], () => import('../kaart/PandScherm'))),
});

const netwerk = createRoute({
  getParentRoute: () => kantoor,
  path: '/netwerk',
  validateSearch: netwerkSearch,
  component: lazyRouteComponent(met(['netwerk'], () => import('../netwerk/Netwerk'))),
});

const wachters = createRoute({
  getParentRoute: () => kantoor,
  path: '/netwerk/wachters',
  component: lazyRouteComponent(met(['netwerk'], () => import('../netwerk/Wachters'))),
});

const wachter = createRoute({
  getParentRoute: () => kantoor,
  path: '/netwerk/wachters/$id',
  component: lazyRouteComponent(met(['netwerk'], () => import('../netwerk/WachterScherm'))),
});

const patroon = createRoute({
  getParentRoute: () => kantoor,
  path: '/netwerk/patroon',
  component: lazyRouteComponent(met(['netwerk'], () => import('../netwerk/PatroonScherm'))),
});

const suggestie = createRoute({
  getParentRoute: () => kantoor,
  path: '/netwerk/suggesties/$id',
  component: lazyRouteComponent(met(['netwerk'], () => import('../netwerk/SuggestieScherm'))),
});

const overleggen = createRoute({
  getParentRoute: () => kantoor,
  path: '/overleg',
  component: lazyRouteComponent(met(['overleg'], () => import('../overleg/Overleggen'))),
});

const reeksNieuw = createRoute({
  getParentRoute: () => kantoor,
  path: '/overleg/reeksen/nieuw',
  component: lazyRouteComponent(
    met(['overleg'], () => import('../overleg/ReeksVorm')),
    'NieuweReeks',
  ),
});

const reeks = createRoute({
  getParentRoute: () => kantoor,
  path: '/overleg/reeksen/$reeks',
  component: lazyRouteComponent(met(['overleg'], () => import('../overleg/ReeksScherm'))),
});

const overleg = createRoute({
  getParentRoute: () => kantoor,
  path: '/overleg/$id',
  component: lazyRouteComponent(met(['overleg'], () => import('../overleg/OverlegScherm'))),
});

const overlegLive = createRoute({
  getParentRoute: () => kantoor,
  path: '/overleg/$id/live',
  component: lazyRouteComponent(met(['overleg'], () => import('../overleg/Live'))),
});

/** The shared screen stands outside the office: no menu, no name. */
const overlegBeeld = createRoute({
  getParentRoute: () => root,
  path: '/overleg/$id/beeld',
  beforeLoad: async ({ context, location }) => {
    if ((await context.client.ensureQueryData(sessionQuery)) === null) {
      throw redirect({ to: '/inloggen', search: { naar: location.href, fout: undefined } });
    }
  },
  component: lazyRouteComponent(met(['overleg'], () => import('../overleg/Beeld'))),
});

const casusInzagen = createRoute({
  getParentRoute: () => kantoor,
  path: '/casussen/$id/inzagen',
  component: lazyRouteComponent(
    met(['privacy.handeling'], () => import('../privacy/WieZag')),
    'CasusInzagen',
  ),
});

const signaalInzagen = createRoute({
  getParentRoute: () => kantoor,
  path: '/signalen/$id/inzagen',
  component: lazyRouteComponent(
    met(['privacy.handeling'], () => import('../privacy/WieZag')),
    'SignaalInzagen',
  ),
});

const toezicht = createRoute({
  getParentRoute: () => kantoor,
  path: '/toezicht',
  beforeLoad: async ({ context }) => {
    const session = await context.client.ensureQueryData(sessionQuery);
    const deel = openDelen(session?.rechten ?? [])[0] ?? 'noodtoegang';
    throw redirect({ to: '/toezicht/$deel', params: { deel }, replace: true });
  },
});

const toezichtDeel = createRoute({
  getParentRoute: () => kantoor,
  path: '/toezicht/$deel',
  component: lazyRouteComponent(met(['privacy.handeling'], () => import('../privacy/Toezicht'))),
});

const vernietiging = createRoute({
  getParentRoute: () => kantoor,
  path: '/vernietiging',
  component: lazyRouteComponent(met(['archief'], () => import('../archief/Vernietiging'))),
});

const verzoeken = createRoute({
  getParentRoute: () => kantoor,
  path: '/verzoeken',
  component: lazyRouteComponent(met(['betrokkene'], () => import('../betrokkene/Verzoeken'))),
});

const verzoek = createRoute({
  getParentRoute: () => kantoor,
  path: '/verzoeken/$id',
  component: lazyRouteComponent(met(['betrokkene', 'privacy.handeling'], () => import('../betrokkene/VerzoekScherm'))),
});

const verwerkingen = createRoute({
  getParentRoute: () => kantoor,
  path: '/verwerkingen',
  component: lazyRouteComponent(met(['betrokkene'], () => import('../betrokkene/Verwerkingen'))),
});

const bedrijven = createRoute({
  getParentRoute: () => kantoor,
  path: '/bedrijven',
  component: lazyRouteComponent(() => import('../register/Ongekoppeld')),
});

const bedrijf = createRoute({
  getParentRoute: () => kantoor,
  path: '/bedrijven/$id',
  component: lazyRouteComponent(() => import('../register/BedrijfScherm')),
});

const tree = root.addChildren([
  inloggen,
  demo,
  overlegBeeld,
  kantoor.addChildren([
    mijnWerk,
    signalen,
    signaalNieuw,
    signaal,
    weging,
    casusOpenen,
    casussen,
    prioritering,
    weegtafel,
    sjablonen,
    criteria,
    lessen,
    casus,
    casusDeel,
    acties,
    vragen,
    gast,
    zoeken,
    cijfers,
    bedrijven,
    bedrijf,
    kaart,
    werklijsten,
    werklijst,
    pand,
    netwerk,
    wachters,
    patroon,
    wachter,
    suggestie,
    overleggen,
    reeksNieuw,
    reeks,
    overleg,
    overlegLive,
    casusInzagen,
    signaalInzagen,
    toezicht,
    toezichtDeel,
    vernietiging,
    verzoeken,
    verzoek,
    verwerkingen,
  ]),
]);

export function createAppRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultErrorComponent: ErrorScreen,
    defaultNotFoundComponent: NotFound,
    defaultPendingComponent: Loading,
    scrollRestoration: true,
    scrollToTopSelectors: [SCROLL_PLACE],
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
