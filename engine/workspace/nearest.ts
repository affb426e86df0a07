import { foldId } from './names';

/** The existing id that a wrong one probably means: the same but for padding or separators, else one or two letters away. */
export function nearestId(wrong: string, known: Iterable<string>): string {
  const wanted = foldId(wrong);
  const plain = withoutPadding(wanted);
  let best = '';
  let distance = wanted.length <= 4 ? 2 : 3;
  for (const id of known) {
    const folded = foldId(id);
    if (folded === wanted) continue;
    if (withoutPadding(folded) === plain) return id;
    if (Math.abs(folded.length - wanted.length) >= distance) continue;
    const steps = editDistance(wanted, folded);
    if (steps < distance) {
      distance = steps;
      best = id;
    }
  }
  return best;
}

function withoutPadding(id: string): string {
  return id.replace(/[^\p{L}\p{N}.]+/gu, '').replace(/(?<!\d)0+(?=\d)/g, '');
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let at = 1; at <= a.length; at++) {
    const next = [at];
    for (let to = 1; to <= b.length; to++) {
      const same = a[at - 1] === b[to - 1] ? 0 : 1;
      next.push(Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
