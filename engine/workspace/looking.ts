/**
 * What a computation looked at: keys such as `id:r-004` or `path:soa.yaml` (changed-keys.ts says which there are), and what
 * computations within it looked at.
 */
export type Seen = Set<string | Seen>;

/** What was computed, and what had to be looked at for it. */
export interface Looked<Value> {
  readonly value: Value;
  readonly seen: Seen;
}

/**
 * Notes what a computation looks at, so that it need not be repeated while nothing of that changes. Computations may lie
 * within one another; what an inner one looked at, its outer one did too.
 */
export class Looking {
  readonly #open: Seen[] = [];

  /** Notes one key for the computations that are under way. */
  note(key: string): void {
    this.#open[this.#open.length - 1]?.add(key);
  }

  /** Notes what a remembered computation had looked at. */
  noteAll(seen: Seen): void {
    if (seen.size > 0) this.#open[this.#open.length - 1]?.add(seen);
  }

  /** Runs a computation and adds to `seen` what it looks at. */
  during<Value>(seen: Seen, compute: () => Value): Value {
    this.#open.push(seen);
    try {
      return compute();
    } finally {
      this.#open.pop();
      this.noteAll(seen);
    }
  }

  /** Runs a computation whose answer has a key of its own, and does not note what it looks at. */
  apart<Value>(compute: () => Value): Value {
    this.#open.push(new Set());
    try {
      return compute();
    } finally {
      this.#open.pop();
    }
  }
}

/** Every key of what was looked at, each once. */
export function keysIn(seen: Seen): ReadonlySet<string> {
  const keys = new Set<string>();
  const visited = new Set<Seen>();
  const visit = (each: Seen): void => {
    if (visited.has(each)) return;
    visited.add(each);
    for (const key of each) {
      if (typeof key === 'string') keys.add(key);
      else visit(key);
    }
  };
  visit(seen);
  return keys;
}
