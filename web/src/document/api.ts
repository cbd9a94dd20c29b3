// SPDX-License-Identifier: EUPL-1.2
// Files of a casus: the list, putting in, taking out, and the address of the content.
import { queryOptions } from '@tanstack/react-query';
import type { Datum, Document, DocumentRegime, Id, Tijdstip } from '../api/typen';
import { api, ifMatch, sendFile, unwrap } from '../basis/api';

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
  regime: DocumentRegime;
  bron: string;
  datum: Datum;
}

export function stuurDocument(
  casus: Id,
  file: File,
  { regime, bron, datum }: Herkomst,
  progress: (part: number) => void,
): Promise<Document> {
  const headers: Record<string, string> = {
    Bestandsnaam: encodeURIComponent(file.name),
    'Document-Regime': regime,
    ...(bron === '' ? {} : { 'Document-Bron': encodeURIComponent(bron) }),
    ...(datum === '' ? {} : { 'Document-Datum': datum }),
  };
  return sendFile(`/v1/casussen/${casus}/documenten`, file, headers, progress);
}

export function inhoudAdres(casus: Id, document: Id): string {
  return `/v1/casussen/${casus}/documenten/${document}/inhoud`;
}

export function verwijderDocument(casus: Id, { id: document, versie }: Document): Promise<void> {
  const params = { path: { id: casus, document } };
  return unwrap(api.DELETE('/v1/casussen/{id}/documenten/{document}', { params, ...ifMatch(versie) }));
}
