// SPDX-License-Identifier: EUPL-1.2
// Whether somebody is at work on this page. What the page asks for by itself, such as the rows that a colleague
// changed, says so to the server and does not keep the session alive.

/** A request within this time of a key, a press or a turn of the wheel was asked for by somebody. */
const ASKED_MS = 5_000;

/** Opening the page is an act too. */
let touchedAt = performance.now();
/** Somebody is at work without keys: who leads a meeting looks at people, not at the screen. */
export function touch(): void {
  touchedAt = performance.now();
}
for (const kind of ['keydown', 'pointerdown', 'wheel']) {
  globalThis.addEventListener?.(kind, touch, { capture: true, passive: true });
}

export function askedFor(): boolean {
  return performance.now() - touchedAt < ASKED_MS;
}
