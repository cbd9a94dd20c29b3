// SPDX-License-Identifier: EUPL-1.2
// All addresses of the office app. Dutch in both languages; ids are random, filters are codes: nothing personal.
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import * as v from 'valibot';
import { ErrorScreen, NotFound } from '../basis/schil/ErrorScreen';
import { Loading } from '../basis/states';
import { sessionQuery } from '../basis/session';
import { Kantoor } from './Kantoor';

interface Context {
  client: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFound });

const loginSearch = v.object({
  // Where to go afterwards: a path of this app, never another site.
  naar: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^\/(?![/\\])/))), undefined),
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
      throw redirect({ to: '/inloggen', search: { naar } });
    }
  },
});

const mijnWerk = createRoute({
  getParentRoute: () => kantoor,
  path: '/',
  component: lazyRouteComponent(() => import('../werkvoorraad/MijnWerk')),
});

const tree = root.addChildren([inloggen, demo, kantoor.addChildren([mijnWerk])]);

export function createAppRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultErrorComponent: ErrorScreen,
    defaultNotFoundComponent: NotFound,
    defaultPendingComponent: Loading,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
