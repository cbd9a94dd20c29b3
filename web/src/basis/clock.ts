// SPDX-License-Identifier: EUPL-1.2
// The time of the server, because deadlines and the session are counted there and an office PC may be minutes off.

let offsetMs = 0;

/** Takes the `Date` header of an answer. Differences below five seconds are network, not a wrong clock. */
export function adjustClock(dateHeader: string | null, localMs: number = Date.now()): void {
  const server = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
  if (Number.isNaN(server)) return;
  offsetMs = Math.abs(server - localMs) > 5000 ? server - localMs : 0;
}

export function now(): Date {
  return new Date(Date.now() + offsetMs);
}
