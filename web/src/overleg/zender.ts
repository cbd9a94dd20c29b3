// SPDX-License-Identifier: EUPL-1.2
// Between the window of who leads and the shared screen of the same browser: that something changed, never what; and back, that
// a key of a presenter was pressed there. What may be seen is asked of the server, which knows who is in the room.
export type Sein = 'lees' | 'zwart' | 'licht' | 'volgend' | 'vorig';

const kanaal = (overleg: string) => new BroadcastChannel(`damwand.overleg.${overleg}`);

export function sein(overleg: string, wat: Sein): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const open = kanaal(overleg);
  open.postMessage(wat);
  open.close();
}

export function luister(overleg: string, doe: (wat: Sein) => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const open = kanaal(overleg);
  open.onmessage = (event: MessageEvent<Sein>) => doe(event.data);
  return () => open.close();
}
