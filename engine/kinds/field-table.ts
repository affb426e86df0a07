import type { FieldDefinition } from './kind';
import { normalName } from './normal-name';

/** Finds a field by any of its names. Built once per list of definitions. */
export class FieldTable {
  readonly #byName = new Map<string, FieldDefinition>();
  readonly #maps = new Set<string>();

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

  /** The field a key, column or label means. */
  find(written: string): FieldDefinition | undefined {
    return (
      this.#byName.get(normalName(written)) ?? this.#byName.get(normalName(written.replace(/\s*\([^)]*\)\s*$/, '')))
    );
  }

  /** The field of a key inside a map, such as `tier` in `ai_act`. */
  findNested(map: string, key: string): FieldDefinition | undefined {
    return this.#byName.get(normalName(`${map}.${key}`));
  }

  /** True where the key opens a map whose keys are fields of their own. */
  isMap(written: string): boolean {
    return this.#maps.has(normalName(written));
  }

  #add(name: string, definition: FieldDefinition): void {
    const key = normalName(name);
    if (key !== '' && !this.#byName.has(key)) this.#byName.set(key, definition);
  }
}
