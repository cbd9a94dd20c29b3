// SPDX-License-Identifier: EUPL-1.2
// Changes by colleagues, as they happen. The stream carries ids and versions only; the rows are read again by right.
import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** What to read again, per kind of event: list keys at once, the object itself when its version is newer. */
export interface LiveRule {
  kind: string;
  lists: readonly string[];
  object: string;
}

const GATHER_MS = 800;

export function useLive(client: QueryClient, rules: readonly LiveRule[]): void {
  useEffect(() => {
    const source = new EventSource('/v1/gebeurtenissen');
    const stale = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      for (const key of stale) void client.invalidateQueries({ queryKey: [key] });
      stale.clear();
    };
    for (const rule of rules) {
      source.addEventListener(rule.kind, (event: MessageEvent<string>) => {
        const { id, versie } = JSON.parse(event.data) as { id: string; versie: number };
        const held = client.getQueryData<{ versie: number }>([rule.object, id]);
        if (held !== undefined && held.versie < versie) void client.invalidateQueries({ queryKey: [rule.object, id] });
        for (const key of rule.lists) stale.add(key);
        timer ??= setTimeout(flush, GATHER_MS);
      });
    }
    return () => {
      source.close();
      clearTimeout(timer);
    };
  }, [client, rules]);
}
