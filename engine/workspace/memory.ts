import type { Looked, Looking, Seen } from './looking';

/** What was computed about one state, each thing once. Who is told it again has looked at all that it rests on. */
export class Memory {
  readonly #looking: Looking;
  readonly #known = new Map<unknown, Looked<unknown>>();
  readonly #knownOf = new Map<unknown, Map<unknown, Looked<unknown>>>();

  constructor(looking: Looking) {
    this.#looking = looking;
  }

  /** What stands under a key, computed the first time. `key` is unique to what is computed. */
  remember<Value>(key: unknown, compute: () => Value): Value {
    return this.#rememberIn(this.#known, key, compute);
  }

  /** The same for something about one row, document or address: `key` says what is computed, `about` of which. */
  rememberOf<Value>(key: unknown, about: unknown, compute: () => Value): Value {
    let known = this.#knownOf.get(key);
    if (!known) {
      known = new Map();
      this.#knownOf.set(key, known);
    }
    return this.#rememberIn(known, about, compute);
  }

  #rememberIn<Value>(memory: Map<unknown, Looked<unknown>>, key: unknown, compute: () => Value): Value {
    const known = memory.get(key);
    if (known) {
      this.#looking.noteAll(known.seen);
      return known.value as Value;
    }
    const seen: Seen = new Set();
    const value = this.#looking.during(seen, compute);
    memory.set(key, { value, seen });
    return value;
  }
}
