// SPDX-License-Identifier: EUPL-1.2
import { queryOptions } from '@tanstack/react-query';
import type { Casus, CasusNieuw } from '../api/typen';
import { api, unwrap } from '../basis/api';

export const casusTellingenQuery = queryOptions({
  queryKey: ['tellingen', 'casussen'],
  queryFn: () => unwrap(api.GET('/v1/casussen/tellingen')),
});

export function openCasus(body: CasusNieuw): Promise<Casus> {
  return unwrap(api.POST('/v1/casussen', { body }));
}
