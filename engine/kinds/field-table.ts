import type { FieldDefinition } from './kind';
import { normalName } from './normal-name';

/** True where a key is the field's own name and no synonym of it. */
export function isOwnName(definition: FieldDefinition, written: string): boolean {
  const name = normalName(written);
  return (
    name === normalName(definition.name) ||
    name === normalName(definition.name.slice(definition.name.lastIndexOf('.') + 1))
  );
}

const MOST_REMEMBERED = 2_000;

/** Finds a field by any of its names. Built once per list of definitions. */
export class FieldTable {
  readonly #byName = new Map<string, FieldDefinition>();
  readonly #maps = new Set<string>();
  readonly #found = new Map<string, FieldDefinition | undefined>();
  readonly #areMaps = new Map<string, boolean>();

  constructor(definitions: readonly FieldDefinition[]) {
    for (const definition of definitions) {
      const { name } = definition;
      this.#add(name, definition);
      const dot = name.lastIndexOf('.');
      if (dot > 0) {
        this.#maps.add(normalName(name.slice(0, dot)));
        this.#add(name.slice(dot + 1), definition);
      }
    }
    for (const definition of definitions) for (const name of definition.synonyms ?? []) this.#add(name, definition);
  }

  /** The field a key, column or label means. The same few names come thousands of times, so answers are remembered. */
  find(written: string): FieldDefinition | undefined {
    if (!this.#found.has(written)) {
      // Prose has any number of labels: what nobody asks for again is forgotten.
      if (this.#found.size > MOST_REMEMBERED) this.#found.clear();
      const plain = this.#byName.get(normalName(written));
      this.#found.set(written, plain ?? this.#byName.get(normalName(written.replace(/\s*\([^)]*\)\s*$/, ''))));
    }
    return this.#found.get(written);
  }

  /** The field of a key inside a map, such as `tier` in `ai_act`. */
  findNested(map: string, key: string): FieldDefinition | undefined {
    return this.#byName.get(normalName(`${map}.${key}`));
  }

  /** True where the key opens a map whose keys are fields of their own. */
  isMap(written: string): boolean {
    if (this.#maps.size === 0) return false;
    let answer = this.#areMaps.get(written);
    if (answer === undefined) {
      if (this.#areMaps.size > MOST_REMEMBERED) this.#areMaps.clear();
      answer = this.#maps.has(normalName(written));
      this.#areMaps.set(written, answer);
    }
    return answer;
  }

  #add(name: string, definition: FieldDefinition): void {
    const key = normalName(name);
    if (key !== '' && !this.#byName.has(key)) this.#byName.set(key, definition);
  }
}
