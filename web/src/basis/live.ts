// SPDX-License-Identifier: EUPL-1.2
// Changes by colleagues, as they happen. The stream carries ids and versions only; the rows are read again by right.
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, unwrap } from './api';
import { useLapsed } from './session';

/** What to read again, per kind of event: list keys at once, the object itself when its version is newer. */
export interface LiveRule {
  kind: string;
  lists: readonly string[];
  object: string;
  /** Somebody may see less than before: what stands on his screen goes at once, however busy it is. */
  less?: true;
}

/** Who wants to know of each event of a kind himself, because it cannot wait to be gathered. */
const listeners = new Map<string, Set<(id: string, version: number) => void>>();

/** `tell` hears every event of a kind that a rule names. */
export function useGebeurtenis(kind: string, tell: (id: string, version: number) => void): void {
  const last = useRef(tell);
  last.current = tell;
  useEffect(() => {
    const hear = (id: string, version: number) => last.current(id, version);
    const all = listeners.get(kind) ?? new Set();
    listeners.set(kind, all.add(hear));
    return () => void all.delete(hear);
  }, [kind]);
}

/** What one commit tells comes in together; on a quiet screen no longer is waited than that. */
const TOGETHER_MS = 100;
const GATHER_MS = 800;
/** When somebody may see less, also on a busy screen; of many such events in a row, four times a second. */
const LESS_MS = 250;

/** Calls `flush` soon after the first `wake`, and after that at most once in GATHER_MS, however many more there are; a wake for `less` waits LESS_MS at most. */
export function gather(flush: () => void): { wake: (less?: boolean) => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  return {
    wake: (less = false) => {
      const now = performance.now();
      const at = Math.max(now + TOGETHER_MS, last + (less ? LESS_MS : GATHER_MS));
      if (at >= due) return;
      clearTimeout(timer);
      due = at;
      timer = setTimeout(() => {
        due = Number.POSITIVE_INFINITY;
        last = performance.now();
        flush();
      }, at - now);
    },
    stop: () => clearTimeout(timer),
  };
}

const AGAIN_MS = 10_000;

export function useLive(client: QueryClient, rules: readonly LiveRule[]): void {
  const lapsed = useLapsed();
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round opens the stream anew
  useEffect(() => {
    if (lapsed) return undefined;
    const source = new EventSource('/v1/gebeurtenissen');
    const stale = new Set<string>();
    let again: ReturnType<typeof setTimeout> | undefined;
    const lists = gather(() => {
      for (const key of stale) void client.invalidateQueries({ queryKey: [key] });
      stale.clear();
    });
    for (const rule of rules) {
      source.addEventListener(rule.kind, (event: MessageEvent<string>) => {
        const { id, versie } = JSON.parse(event.data) as { id: string; versie: number };
        const held = client.getQueryData<{ versie: number }>([rule.object, id]);
        if (held !== undefined && held.versie < versie) void client.invalidateQueries({ queryKey: [rule.object, id] });
        for (const hear of listeners.get(rule.kind) ?? []) hear(id, versie);
        for (const key of rule.lists) stale.add(key);
        lists.wake(rule.less);
      });
    }
    source.onerror = () => {
      // The browser tries again by itself, except after a refusal: is there still a session?
      if (source.readyState !== EventSource.CLOSED) return;
      void unwrap(api.GET('/v1/sessie')).catch(() => undefined);
      again = setTimeout(() => setRound((before) => before + 1), AGAIN_MS);
    };
    return () => {
      source.close();
      lists.stop();
      clearTimeout(again);
    };
  }, [client, rules, lapsed, round]);
}
