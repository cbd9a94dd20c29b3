// SPDX-License-Identifier: EUPL-1.2
// What the map asks. Public tiles the browser may keep; what is somebody's own is asked anew and never kept.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Datum, Gebiedskeuze, Gebiedsoort, Selectievraag } from '../api/typen';
import { api, bewaar, unwrap } from '../basis/api';

export const kaartQuery = queryOptions({
  queryKey: ['kaart'],
  queryFn: () => unwrap(api.GET('/v1/kaart')),
  staleTime: 10 * 60_000,
});

export const gebiedenQuery = (soort: Gebiedsoort, peildatum: Datum) =>
  queryOptions({
    queryKey: ['kaart-gebieden', soort, peildatum],
    queryFn: () => unwrap(api.POST('/v1/kaart/gebieden/_tel', { body: { soort, peildatum, binnen: null } })),
    staleTime: 10 * 60_000,
    placeholderData: keepPreviousData,
  });

export const selectieQuery = (vraag: Selectievraag) =>
  queryOptions({
    queryKey: ['kaart-selectie', vraag],
    queryFn: () => unwrap(api.POST('/v1/kaart/selectie/_toon', { body: vraag })),
    staleTime: 10 * 60_000,
    placeholderData: keepPreviousData,
  });

export const vergelijkQuery = (vraag: Selectievraag, eerder: Datum) =>
  queryOptions({
    queryKey: ['kaart-vergelijk', vraag, eerder],
    queryFn: () => unwrap(api.POST('/v1/kaart/selectie/_vergelijk', { body: { ...vraag, eerder } })),
    staleTime: 10 * 60_000,
  });

export const signalenQuery = (waar: Gebiedskeuze | null) =>
  queryOptions({
    queryKey: ['kaart-signalen', waar],
    queryFn: () => unwrap(api.POST('/v1/kaart/signalen/_zoek', { body: { waar } })),
  });

export const casussenQuery = (waar: Gebiedskeuze | null) =>
  queryOptions({
    queryKey: ['kaart-casussen', waar],
    queryFn: () => unwrap(api.POST('/v1/kaart/casussen/_zoek', { body: { waar } })),
  });

export const signaaltellingQuery = (soort: Gebiedsoort, peildatum: Datum) =>
  queryOptions({
    queryKey: ['kaart-signalen', soort, peildatum],
    queryFn: () => unwrap(api.POST('/v1/kaart/signalen/_tel', { body: { soort, peildatum, binnen: null } })),
  });

export const exporteer = (vraag: Selectievraag, formaat: 'csv' | 'xlsx' | 'geojson') =>
  bewaar(
    api.POST('/v1/kaart/selectie/_exporteer', { body: { ...vraag, formaat }, parseAs: 'blob' }),
    `${vraag.wat}-${vraag.peildatum ?? ''}.${formaat}`,
  );
