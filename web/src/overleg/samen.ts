// SPDX-License-Identifier: EUPL-1.2
// Two people wrote in one text: what both of them did, paragraph by paragraph. The same rule as the server's; here it only
// lets somebody go on typing while a colleague's words come in. Three-way merge after Khanna, Kunal and Pierce, "A formal
// investigation of diff3" (FSTTCS 2007); theirs calls two additions at one place, and two rewritten
// neighbours, a clash; ours keeps both.

const paragraphs = (text: string): string[] => (text === '' ? [] : text.split('\n'));

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one, place) => one === b[place]);

/** For each paragraph of `from` that stayed, its place in `to`: a longest common subsequence. */
function kept(from: readonly string[], to: readonly string[]): Map<number, number> {
  const best = Array.from({ length: from.length + 1 }, () => new Array<number>(to.length + 1).fill(0));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1) {
    const row = best[i] as number[];
    for (let j = to.length - 1; j >= 0; j -= 1) {
      row[j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs = new Map<number, number>();
  for (let i = 0, j = 0; i < from.length && j < to.length; ) {
    if (from[i] === to[j]) {
      pairs.set(i, j);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Between two paragraphs that both left alone. */
function ofPart(was: readonly string[], mine: readonly string[], theirs: readonly string[]): readonly string[] | null {
  if (same(mine, theirs) || same(was, mine)) return theirs;
  if (same(was, theirs)) return mine;
  if (was.length === 0) return [...theirs, ...mine];
  // As many as there were: each rewrote paragraphs of his own, one beside the other.
  if (was.length === 1 || was.length !== mine.length || was.length !== theirs.length) return null;
  const each = was.map((one, place) => ofPart([one], [mine[place] as string], [theirs[place] as string]));
  return each.includes(null) ? null : each.flatMap((one) => one ?? []);
}

/** What both made of `base`; null when they wrote differently in the same paragraph. Theirs comes first where both added. */
export function voegSamen(base: string, mine: string, theirs: string): string | null {
  const [o, a, b] = [paragraphs(base), paragraphs(mine), paragraphs(theirs)];
  const [inMine, inTheirs] = [kept(o, a), kept(o, b)];
  const merged: string[] = [];
  let [i, ia, ib] = [0, 0, 0];
  for (;;) {
    let stable = i;
    while (stable < o.length && !(inMine.has(stable) && inTheirs.has(stable))) stable += 1;
    const endA = inMine.get(stable) ?? a.length;
    const endB = inTheirs.get(stable) ?? b.length;
    const [was, fromA, fromB] = [o.slice(i, stable), a.slice(ia, endA), b.slice(ib, endB)];
    const part = ofPart(was, fromA, fromB);
    if (part === null) return null;
    merged.push(...part);
    if (stable >= o.length) return merged.join('\n');
    merged.push(o[stable] as string);
    [i, ia, ib] = [stable + 1, endA + 1, endB + 1];
  }
}

/** Both texts, and what they have in common once: theirs first where they differ. */
export function zetBeide(theirs: string, mine: string): string {
  const [a, b] = [paragraphs(theirs), paragraphs(mine)];
  const common = kept(a, b);
  const both: string[] = [];
  let ib = 0;
  let changed: string[] = [];
  for (const [ia, one] of a.entries()) {
    const place = common.get(ia);
    if (place === undefined) changed.push(one);
    else {
      both.push(...changed, ...b.slice(ib, place), one);
      changed = [];
      ib = place + 1;
    }
  }
  return [...both, ...changed, ...b.slice(ib)].join('\n');
}

/** Where the cursor stands after `before` became `after` around it. */
export function verschuif(before: string, after: string, cursor: number): number {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (cursor <= start) return cursor;
  if (cursor >= before.length - end) return cursor + after.length - before.length;
  return Math.min(cursor, after.length - end);
}
