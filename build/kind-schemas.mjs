// The JSON Schemas of the document kinds, computed by the engine's own code. Generated and committed.
import { build } from 'esbuild';
import { ROOT } from './files.mjs';

/** `schemas/kinds/<kind>.schema.json` → text, for every kind. */
export async function kindSchemas() {
  const entry = `import { kinds } from './engine/kinds/registry'; import { kindSchema } from './engine/kinds/json-schema';
    export const schemas = kinds.map((kind) => [kind.kind, kindSchema(kind)]);`;
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    logLevel: 'error',
  });
  const code = Buffer.from(outputFiles[0].text).toString('base64');
  const { schemas } = await import(`data:text/javascript;base64,${code}`);
  return Object.fromEntries(
    schemas.map(([kind, schema]) => [`schemas/kinds/${kind}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`]),
  );
}
