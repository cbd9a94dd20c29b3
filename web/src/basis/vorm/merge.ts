// SPDX-License-Identifier: EUPL-1.2
// Two people changed the same thing (412): what each of them changed, and where they meet.

export interface Merged<V> {
  /** Mine where I changed something, theirs elsewhere. */
  values: V;
  /** Both changed it, differently: the user chooses. */
  conflicts: (keyof V & string)[];
  /** Only they changed it; taken over. */
  theirs: (keyof V & string)[];
}

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Three-way merge per field: `base` is what both started from. */
export function mergeEdits<V extends object>(base: V, mine: V, current: V): Merged<V> {
  const merged: Merged<V> = { values: { ...mine }, conflicts: [], theirs: [] };
  for (const name of Object.keys(base) as (keyof V & string)[]) {
    if (same(current[name], base[name]) || same(current[name], mine[name])) continue;
    if (same(mine[name], base[name])) {
      merged.values[name] = current[name];
      merged.theirs.push(name);
    } else merged.conflicts.push(name);
  }
  return merged;
}

/** The fields that differ: what a PATCH has to carry. */
export function changedFields<V extends object>(base: V, mine: V): Partial<V> {
  const changed: Partial<V> = {};
  for (const name of Object.keys(mine) as (keyof V)[]) {
    if (!same(base[name], mine[name])) changed[name] = mine[name];
  }
  return changed;
}
