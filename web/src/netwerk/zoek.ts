// SPDX-License-Identifier: EUPL-1.2
// What an address of the network may say: a random id to begin with, or a kept view.
import * as v from 'valibot';

export const netwerkSearch = v.object({
  van: v.fallback(v.optional(v.picklist(['signaal', 'casus', 'onderneming'])), undefined),
  id: v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined),
  weergave: v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined),
});
