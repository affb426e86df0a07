// What `build/generate.mjs` packs for the engine. The bundler resolves these names to files in `.build/gen/`.

declare module 'gen/frameworks' {
  /** Path below `frameworks/` → the pack as read; a schema has checked it in the suite, not here. */
  const packs: unknown;
  export default packs;
}

declare module 'gen/templates' {
  /** Path below `templates/` → text. */
  const templates: Readonly<Record<string, string>>;
  export default templates;
}

declare module 'gen/rule-pages' {
  /** Rule id, such as `soa/missing-justification` → its page in Markdown. */
  const pages: Readonly<Record<string, string>>;
  export default pages;
}

declare module 'gen/rule-help' {
  /** Rule id → its page with one of its cases, as an example. */
  const pages: Readonly<Record<string, string>>;
  export default pages;
}

declare module 'gen/l10n' {
  /** Path below `l10n/` → the file as read. */
  const translations: Readonly<Record<string, unknown>>;
  export default translations;
}

declare module 'gen/validate-configuration' {
  interface ConfigurationProblem {
    readonly instancePath: string;
    readonly schemaPath: string;
    readonly keyword: string;
    readonly params: Readonly<Record<string, unknown>>;
    readonly message?: string;
  }
  /** Checks a read `aims.yaml` against `schemas/aims.schema.json`; what is wrong stands in `errors` until the next call. */
  const validate: {
    (value: unknown): boolean;
    errors?: readonly ConfigurationProblem[] | null;
  };
  export default validate;
}
