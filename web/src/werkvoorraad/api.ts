// SPDX-License-Identifier: EUPL-1.2
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../basis/api';

export const mijnWerkQuery = queryOptions({
  queryKey: ['mijn-werk'],
  queryFn: () => unwrap(api.GET('/v1/mijn-werk')),
});
