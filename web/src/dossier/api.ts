// SPDX-License-Identifier: EUPL-1.2
// The file of a casus, whole: now, or as it was known at a moment.
import { queryOptions } from '@tanstack/react-query';
import type { Dossier, Id, Tijdstip } from '../api/typen';
import { api, unwrap } from '../basis/api';

export function dossierQuery(id: Id, bekendOp: Tijdstip | null) {
  return queryOptions({
    queryKey: ['dossier', id, bekendOp],
    queryFn: (): Promise<Dossier> =>
      unwrap(
        api.GET('/v1/casussen/{id}/dossier', {
          params: { path: { id }, query: bekendOp === null ? {} : { bekendOp } },
        }),
      ),
  });
}
