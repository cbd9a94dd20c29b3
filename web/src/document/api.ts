// SPDX-License-Identifier: EUPL-1.2
// Files of a casus: the list, putting in, taking out, and the address of the content.
import { queryOptions } from '@tanstack/react-query';
import type { Datum, Document, Doorgifte, Id, Tijdstip } from '../api/typen';
import { ApiError, api, fetchFile, ifMatch, sendFile, unwrap } from '../basis/api';

/** While a file is being checked the list is read again by itself: a live list may be out of reach. */
const CHECKING_MS = 3000;

export function documentenQuery(casus: Id, bekendOp: Tijdstip | null) {
  return queryOptions({
    queryKey: ['documenten', casus, bekendOp],
    queryFn: async (): Promise<Document[]> => {
      const query = bekendOp === null ? {} : { bekendOp };
      return (await unwrap(api.GET('/v1/casussen/{id}/documenten', { params: { path: { id: casus }, query } })))
        .resultaten;
    },
    refetchInterval: ({ state }) =>
      state.data?.some((one) => one.staat === 'wordt_gecontroleerd') ? CHECKING_MS : false,
  });
}

export interface Herkomst {
  regime: string;
  bron: string;
  datum: Datum;
  /** Empty: what its regime says. */
  doorgifte: Doorgifte | '';
  doorgifteReden: string;
}

/** Many small files go faster than the server takes them (429): then as slowly as it asks. */
async function opTempo<T>(send: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; ++tries) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 429 || tries === 5) throw error;
      await new Promise((done) => setTimeout(done, (error.retryAfter ?? 1) * 1000));
    }
  }
}

export function stuurDocument(
  casus: Id,
  file: File,
  { regime, bron, datum, doorgifte, doorgifteReden }: Herkomst,
  progress: (part: number) => void,
): Promise<Document> {
  const headers: Record<string, string> = {
    Bestandsnaam: encodeURIComponent(file.name),
    'Document-Regime': regime,
    ...(bron === '' ? {} : { 'Document-Bron': encodeURIComponent(bron) }),
    ...(datum === '' ? {} : { 'Document-Datum': datum }),
    ...(doorgifte === '' ? {} : { 'Document-Doorgifte': doorgifte }),
    ...(doorgifteReden === '' ? {} : { 'Document-Doorgifte-Reden': encodeURIComponent(doorgifteReden) }),
  };
  return opTempo(() => sendFile(`/v1/casussen/${casus}/documenten`, file, headers, progress));
}

export function inhoudAdres(casus: Id, document: Id): string {
  return `/v1/casussen/${casus}/documenten/${document}/inhoud`;
}

/** Has the browser save the file as the link would, under the purpose of the moment. */
export async function bewaarInhoud(casus: Id, { id, naam }: Document): Promise<void> {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await fetchFile(inhoudAdres(casus, id)));
  link.download = naam;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function verwijderDocument(casus: Id, { id: document, versie }: Document): Promise<void> {
  const params = { path: { id: casus, document } };
  return unwrap(api.DELETE('/v1/casussen/{id}/documenten/{document}', { params, ...ifMatch(versie) }));
}
