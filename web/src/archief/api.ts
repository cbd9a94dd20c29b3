// SPDX-License-Identifier: EUPL-1.2
// What is due for destruction, the lists and their approvals, blocks and declarations.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type {
  Bewaarregel,
  BewaarregelNieuw,
  BlokkadeSoort,
  Datum,
  Id,
  Kandidaat,
  Verklaring,
  Vernietigingslijst,
} from '../api/typen';
import { api, unwrap } from '../basis/api';

/** While a list is being carried out it is read again by itself. */
const BUSY_MS = 1500;

export const kandidatenQuery = queryOptions({
  queryKey: ['archief', 'kandidaten'],
  queryFn: async (): Promise<Kandidaat[]> => (await unwrap(api.GET('/v1/vernietiging/kandidaten'))).resultaten,
});
export const lijstenQuery = queryOptions({
  queryKey: ['archief', 'lijsten'],
  queryFn: async (): Promise<Vernietigingslijst[]> => (await unwrap(api.GET('/v1/vernietiging/lijsten'))).resultaten,
  refetchInterval: ({ state }) => (state.data?.some((one) => one.staat === 'bezig') ? BUSY_MS : false),
});
export const verklaringenQuery = queryOptions({
  queryKey: ['archief', 'verklaringen'],
  queryFn: async (): Promise<Verklaring[]> => (await unwrap(api.GET('/v1/vernietiging/verklaringen'))).resultaten,
});

export const bewaarregelsQuery = queryOptions({
  queryKey: ['archief', 'bewaarregels'],
  queryFn: async (): Promise<Bewaarregel[]> => (await unwrap(api.GET('/v1/vernietiging/bewaarregels'))).resultaten,
});
export async function stelRegelVast(body: BewaarregelNieuw): Promise<void> {
  await unwrap(api.POST('/v1/vernietiging/bewaarregels', { body }));
}

export const herlees = (client: QueryClient) => client.invalidateQueries({ queryKey: ['archief'] });

export async function maakLijst(objecten: Id[]): Promise<void> {
  await unwrap(api.POST('/v1/vernietiging/lijsten', { body: { objecten } }));
}
/** Approves the list as it stood on the screen. */
export async function keurGoed({ id, inhoud }: Vernietigingslijst): Promise<void> {
  await unwrap(api.POST('/v1/vernietiging/lijsten/{id}/akkoorden', { params: { path: { id } }, body: { inhoud } }));
}
export async function voerUit(id: Id): Promise<void> {
  await unwrap(api.POST('/v1/vernietiging/lijsten/{id}/_voer-uit', { params: { path: { id } } }));
}
export async function trekIn(id: Id): Promise<void> {
  await unwrap(api.DELETE('/v1/vernietiging/lijsten/{id}', { params: { path: { id } } }));
}
export async function blokkeer(kenmerk: string, soort: BlokkadeSoort, reden: string, tot: Datum | null): Promise<void> {
  await unwrap(api.POST('/v1/vernietiging/blokkades', { body: { kenmerk, soort, reden, tot } }));
}
export async function hefOp(id: Id): Promise<void> {
  await unwrap(api.DELETE('/v1/vernietiging/blokkades/{id}', { params: { path: { id } } }));
}
export const tekstAdres = (verklaring: Id) => `/v1/vernietiging/verklaringen/${verklaring}/tekst`;
