// SPDX-License-Identifier: EUPL-1.2
// Areas that were kept, and lists to work through.
import { queryOptions } from '@tanstack/react-query';
import type { EigenGebiedNieuw, Id, WerklijstNieuw, WerkregelWijziging } from '../api/typen';
import { api, ifMatch, unwrap } from '../basis/api';

export const eigenGebiedenQuery = queryOptions({
  queryKey: ['eigen-gebieden'],
  queryFn: async () => (await unwrap(api.GET('/v1/kaart/eigen-gebieden'))).resultaten,
});
export const bewaarGebied = (body: EigenGebiedNieuw) => unwrap(api.POST('/v1/kaart/eigen-gebieden', { body }));
export const gooiGebiedWeg = (gebied: Id) =>
  unwrap(api.DELETE('/v1/kaart/eigen-gebieden/{gebied}', { params: { path: { gebied } } }));

export const werklijstenQuery = queryOptions({
  queryKey: ['werklijsten'],
  queryFn: async () => (await unwrap(api.GET('/v1/werklijsten'))).resultaten,
});
const pad = (werklijst: Id) => ({ params: { path: { werklijst } } });
export const werklijstQuery = (werklijst: Id) =>
  queryOptions({
    queryKey: ['werklijst', werklijst],
    queryFn: () => unwrap(api.GET('/v1/werklijsten/{werklijst}', pad(werklijst))),
  });
export const maakWerklijst = (body: WerklijstNieuw) => unwrap(api.POST('/v1/werklijsten', { body }));
export const gooiWerklijstWeg = (werklijst: Id) => unwrap(api.DELETE('/v1/werklijsten/{werklijst}', pad(werklijst)));

export function wijzigRegel(werklijst: Id, regel: Id, versie: number, body: WerkregelWijziging) {
  const params = { path: { werklijst, regel } };
  return unwrap(api.PATCH('/v1/werklijsten/{werklijst}/regels/{regel}', { params, body, ...ifMatch(versie) }));
}
export function zetLid(werklijst: Id, gebruiker: Id, erbij: boolean) {
  const params = { path: { werklijst, gebruiker } };
  return erbij
    ? unwrap(api.PUT('/v1/werklijsten/{werklijst}/leden/{gebruiker}', { params }))
    : unwrap(api.DELETE('/v1/werklijsten/{werklijst}/leden/{gebruiker}', { params }));
}
