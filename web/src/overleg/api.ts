// SPDX-License-Identifier: EUPL-1.2
// Reading and changing meetings. Every answer is what the asker may see; it is put in the cache as it came.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type {
  Aanwezigheid,
  Agendapunt,
  AgendapuntNieuw,
  AgendapuntWijziging,
  Agendatoets,
  AgendatoetsNieuw,
  Agendavoorstel,
  Bewerking,
  Datum,
  DeelnemerNieuw,
  Deelsoort,
  Dossier,
  Id,
  InbrengNieuw,
  Ingebracht,
  InterventieNieuw,
  Ontvangst,
  Overleg,
  OverlegActieNieuw,
  OverlegbesluitNieuw,
  OverlegInformatie,
  Overlegreeks,
  OverlegreeksNieuw,
  OverlegreeksWijziging,
  OverlegWeging,
  OverlegWijziging,
  ReekslidNieuw,
} from '../api/typen';
import { api, bewaar, ifMatch, unwrap } from '../basis/api';

const op = (overleg: Id) => ({ params: { path: { overleg } } });
const bij = (overleg: Id, punt: Id) => ({ params: { path: { overleg, punt } } });

export const reeksenQuery = queryOptions({
  queryKey: ['overlegreeksen'],
  queryFn: async () => (await unwrap(api.GET('/v1/overlegreeksen'))).resultaten,
});

export const reeksQuery = (reeks: Id) =>
  queryOptions({
    queryKey: ['overlegreeksen', reeks],
    queryFn: () => unwrap(api.GET('/v1/overlegreeksen/{reeks}', { params: { path: { reeks } } })),
  });

export const overleggenQuery = (wanneer: 'komend' | 'geweest') =>
  queryOptions({
    queryKey: ['overleggen', wanneer],
    queryFn: async () => (await unwrap(api.GET('/v1/overleggen', { params: { query: { wanneer } } }))).resultaten,
  });

export const overlegQuery = (overleg: Id) =>
  queryOptions({
    queryKey: ['overleg', overleg],
    queryFn: () => unwrap(api.GET('/v1/overleggen/{overleg}', op(overleg))),
  });

/** Each reading is a line of the log: not again because a window came to the front. */
export const voorstellenQuery = (overleg: Id) =>
  queryOptions({
    queryKey: ['overlegvoorstellen', overleg],
    queryFn: async (): Promise<Agendavoorstel[]> =>
      (await unwrap(api.GET('/v1/overleggen/{overleg}/voorstellen', op(overleg)))).resultaten,
    refetchOnWindowFocus: false,
  });

export const beeldQuery = (overleg: Id) =>
  queryOptions({
    queryKey: ['overlegbeeld', overleg],
    queryFn: () => unwrap(api.GET('/v1/overleggen/{overleg}/beeld', op(overleg))),
    staleTime: 0,
  });

// --- what comes back is shown at once

export function toonOverleg(client: QueryClient, overleg: Overleg): void {
  client.setQueryData(overlegQuery(overleg.id).queryKey, overleg);
  void client.invalidateQueries({ queryKey: ['overleggen'] });
}

/** The number of an item that was read by itself is not known: it keeps the one it had in the agenda. */
export function toonPunt(client: QueryClient, overleg: Id, punt: Agendapunt): void {
  const { queryKey } = overlegQuery(overleg);
  const held = client.getQueryData(queryKey);
  if (held?.punten.some((one) => one.id === punt.id)) {
    client.setQueryData(queryKey, {
      ...held,
      punten: held.punten.map((one) =>
        one.id === punt.id ? { ...punt, nummer: punt.nummer === 0 ? one.nummer : punt.nummer } : one,
      ),
    });
  } else void client.invalidateQueries({ queryKey });
}

/** Reads items again, each by itself: every look at a meeting stands in the read log of all that is on its agenda. The meeting is read when
 *  one is not there for this user any more, and when of several none began or ended: then their order changed, which no item tells. */
export async function herleesPunten(client: QueryClient, overleg: Id, punten: readonly Id[]): Promise<void> {
  const { queryKey } = overlegQuery(overleg);
  const staat = (punt: Id) => client.getQueryData(queryKey)?.punten.find((one) => one.id === punt)?.staat;
  const toen = punten.map(staat);
  try {
    for (const punt of punten)
      toonPunt(client, overleg, await unwrap(api.GET('/v1/overleggen/{overleg}/punten/{punt}', bij(overleg, punt))));
    if (punten.length === 1 || punten.some((punt, i) => staat(punt) !== toen[i])) return;
  } catch {
    // read below
  }
  await client.invalidateQueries({ queryKey });
}

/** An item that the user began or ended; what was on the table before it is not any more. */
export function toonStap(client: QueryClient, overleg: Id, punt: Agendapunt): void {
  const { queryKey } = overlegQuery(overleg);
  client.setQueryData(
    queryKey,
    (held) =>
      held && {
        ...held,
        punten: held.punten.map((one) =>
          one.staat === 'bezig' && one.id !== punt.id ? { ...one, staat: 'besproken' as const } : one,
        ),
      },
  );
  toonPunt(client, overleg, punt);
}

// --- series

export const maakReeks = (body: OverlegreeksNieuw): Promise<Overlegreeks> =>
  unwrap(api.POST('/v1/overlegreeksen', { body }));
export const wijzigReeks = (reeks: Id, versie: number, body: OverlegreeksWijziging): Promise<Overlegreeks> =>
  unwrap(api.PATCH('/v1/overlegreeksen/{reeks}', { params: { path: { reeks } }, body, ...ifMatch(versie) }));
export const zetLid = (reeks: Id, gebruiker: Id, body: ReekslidNieuw): Promise<Overlegreeks> =>
  unwrap(api.PUT('/v1/overlegreeksen/{reeks}/leden/{gebruiker}', { params: { path: { reeks, gebruiker } }, body }));
export const haalLidWeg = (reeks: Id, gebruiker: Id): Promise<void> =>
  unwrap(api.DELETE('/v1/overlegreeksen/{reeks}/leden/{gebruiker}', { params: { path: { reeks, gebruiker } } }));

/** Items of this series may be put before that other one, which this user belongs to as well. */
export const koppelReeks = (reeks: Id, andere: Id): Promise<Overlegreeks> =>
  unwrap(api.PUT('/v1/overlegreeksen/{reeks}/koppelingen/{andere}', { params: { path: { reeks, andere } } }));
export const ontkoppelReeks = (reeks: Id, andere: Id): Promise<void> =>
  unwrap(api.DELETE('/v1/overlegreeksen/{reeks}/koppelingen/{andere}', { params: { path: { reeks, andere } } }));

// --- preparing

export const planOverleg = (reeks: Id, datum: Datum | null): Promise<Overleg> =>
  unwrap(api.POST('/v1/overleggen', { body: { reeks, datum } }));
export const wijzigOverleg = ({ id, versie }: Overleg, body: OverlegWijziging): Promise<Overleg> =>
  unwrap(api.PATCH('/v1/overleggen/{overleg}', { ...op(id), body, ...ifMatch(versie) }));
export const zetDeelnemer = (overleg: Id, gebruiker: Id, body: DeelnemerNieuw): Promise<Overleg> =>
  unwrap(
    api.PUT('/v1/overleggen/{overleg}/deelnemers/{gebruiker}', { params: { path: { overleg, gebruiker } }, body }),
  );
export const haalDeelnemerWeg = (overleg: Id, gebruiker: Id): Promise<void> =>
  unwrap(api.DELETE('/v1/overleggen/{overleg}/deelnemers/{gebruiker}', { params: { path: { overleg, gebruiker } } }));
export const vulAgenda = (overleg: Id) => unwrap(api.POST('/v1/overleggen/{overleg}/_vul', op(overleg)));
export const voegPuntToe = (overleg: Id, body: AgendapuntNieuw): Promise<Agendapunt> =>
  unwrap(api.POST('/v1/overleggen/{overleg}/punten', { ...op(overleg), body }));
export const wijzigPunt = (overleg: Id, punt: Id, versie: number, body: AgendapuntWijziging): Promise<Agendapunt> =>
  unwrap(api.PATCH('/v1/overleggen/{overleg}/punten/{punt}', { ...bij(overleg, punt), body, ...ifMatch(versie) }));
export const haalPuntWeg = (overleg: Id, { id, versie }: Agendapunt): Promise<void> =>
  unwrap(api.DELETE('/v1/overleggen/{overleg}/punten/{punt}', { ...bij(overleg, id), ...ifMatch(versie) }));
export const zetVolgorde = (overleg: Id, punten: Id[]): Promise<Overleg> =>
  unwrap(api.PUT('/v1/overleggen/{overleg}/volgorde', { ...op(overleg), body: { punten } }));
export const schrijfDeel = (overleg: Id, punt: Id, soort: Deelsoort, tekst: string): Promise<Agendapunt> =>
  unwrap(
    api.PUT('/v1/overleggen/{overleg}/punten/{punt}/delen/{soort}', {
      params: { path: { overleg, punt, soort } },
      body: { tekst, regime: null },
    }),
  );
/** The file an item is about, for a first text of it. */
export const leesDossier = (id: Id): Promise<Dossier> =>
  unwrap(api.GET('/v1/casussen/{id}/dossier', { params: { path: { id }, query: {} } }));
export const legToetsVoor = (overleg: Id, punt: Id, body: AgendatoetsNieuw): Promise<Agendapunt> =>
  unwrap(api.POST('/v1/overleggen/{overleg}/punten/{punt}/toetsen', { ...bij(overleg, punt), body }));
export const besluitToets = (
  overleg: Id,
  punt: Id,
  { id: toets, versie }: Agendatoets,
  staat: 'akkoord' | 'niet_akkoord' | 'ingetrokken',
  reden: string | null,
): Promise<Agendapunt> =>
  unwrap(
    api.POST('/v1/overleggen/{overleg}/punten/{punt}/toetsen/{toets}/besluit', {
      params: { path: { overleg, punt, toets } },
      body: { staat, reden },
      ...ifMatch(versie),
    }),
  );

export const inbrengQuery = (overleg: Id, punt: Id) =>
  queryOptions({
    queryKey: ['overleginbreng', overleg, punt],
    queryFn: async () =>
      (await unwrap(api.GET('/v1/overleggen/{overleg}/punten/{punt}/inbreng', bij(overleg, punt)))).resultaten,
    refetchOnWindowFocus: false,
  });
export const brengIn = (overleg: Id, punt: Id, body: InbrengNieuw): Promise<Agendapunt> =>
  unwrap(api.POST('/v1/overleggen/{overleg}/punten/{punt}/inbreng', { ...bij(overleg, punt), body }));
export const besluitInbreng = (
  overleg: Id,
  punt: Id,
  { id: inbreng, toetsVersie }: Ingebracht,
  staat: 'akkoord' | 'niet_akkoord' | 'ingetrokken',
  reden: string | null,
): Promise<Agendapunt> =>
  unwrap(
    api.POST('/v1/overleggen/{overleg}/punten/{punt}/inbreng/{inbreng}/besluit', {
      params: { path: { overleg, punt, inbreng } },
      body: { staat, reden },
      ...ifMatch(toetsVersie),
    }),
  );

// --- in the meeting

export const beginOverleg = (overleg: Id): Promise<Overleg> =>
  unwrap(api.POST('/v1/overleggen/{overleg}/_begin', op(overleg)));
export const gelastOverlegAf = (overleg: Id): Promise<Overleg> =>
  unwrap(api.POST('/v1/overleggen/{overleg}/_gelastaf', op(overleg)));
export const sluitOverleg = (overleg: Id): Promise<Overleg> =>
  unwrap(api.POST('/v1/overleggen/{overleg}/_sluit', op(overleg)));
export const beginPunt = (overleg: Id, punt: Id): Promise<Agendapunt> =>
  unwrap(api.POST('/v1/overleggen/{overleg}/punten/{punt}/_begin', bij(overleg, punt)));
export const eindPunt = (overleg: Id, punt: Id, doorschuiven: boolean): Promise<Agendapunt> =>
  unwrap(
    api.POST('/v1/overleggen/{overleg}/punten/{punt}/_besproken', { ...bij(overleg, punt), body: { doorschuiven } }),
  );
export const zetAanwezig = (overleg: Id, gebruiker: Id, stand: Aanwezigheid): Promise<Overleg> =>
  unwrap(
    api.PUT('/v1/overleggen/{overleg}/aanwezigheid/{gebruiker}', {
      params: { path: { overleg, gebruiker } },
      body: { stand },
    }),
  );
/** Gives up after ten seconds: what came of it is then unknown, and it is sent again under the same key. */
export const bewerk = (overleg: Id, body: Bewerking): Promise<Ontvangst> =>
  unwrap(api.POST('/v1/overleggen/{overleg}/_bewerk', { ...op(overleg), body, signal: AbortSignal.timeout(10_000) }));
export const weegSamen = (overleg: Id, punt: Id, body: OverlegWeging): Promise<Agendapunt> =>
  unwrap(api.POST('/v1/overleggen/{overleg}/punten/{punt}/weging', { ...bij(overleg, punt), body }));
export const voegInformatieToe = (overleg: Id, punt: Id, body: OverlegInformatie): Promise<Agendapunt> =>
  unwrap(api.POST('/v1/overleggen/{overleg}/punten/{punt}/informatie', { ...bij(overleg, punt), body }));
export const voegInterventieToe = (overleg: Id, punt: Id, body: InterventieNieuw): Promise<Agendapunt> =>
  unwrap(api.POST('/v1/overleggen/{overleg}/punten/{punt}/interventies', { ...bij(overleg, punt), body }));
export const besluit = (overleg: Id, punt: Id, body: OverlegbesluitNieuw): Promise<Agendapunt> =>
  unwrap(api.POST('/v1/overleggen/{overleg}/punten/{punt}/besluiten', { ...bij(overleg, punt), body }));
export const spreekAf = (overleg: Id, punt: Id, body: OverlegActieNieuw): Promise<Agendapunt> =>
  unwrap(api.POST('/v1/overleggen/{overleg}/punten/{punt}/acties', { ...bij(overleg, punt), body }));
export const zetZwart = (overleg: Id, zwart: boolean) =>
  unwrap(api.PUT('/v1/overleggen/{overleg}/beeld', { ...op(overleg), body: { zwart } }));

// --- to take along

const SOORT = { odt: 'application/vnd.oasis.opendocument.text', pdf: 'application/pdf' };

/** The minutes of who asks: what was not his is not in them. */
export const bewaarVerslag = ({ id, datum }: Overleg, vorm: 'odt' | 'pdf') =>
  bewaar(
    api.GET('/v1/overleggen/{overleg}/verslag', {
      params: { path: { overleg: id }, query: { vorm } },
      parseAs: 'blob',
      headers: { Accept: `${SOORT[vorm]}, application/problem+json` },
    }),
    `verslag-${datum}.${vorm}`,
  );

export const bewaarUitnodiging = ({ id, datum }: Overleg) =>
  bewaar(
    api.GET('/v1/overleggen/{overleg}/uitnodiging', {
      ...op(id),
      parseAs: 'blob',
      headers: { Accept: 'text/calendar, application/problem+json' },
    }),
    `overleg-${datum}.ics`,
  );
