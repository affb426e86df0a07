// Programs built from the real sources, with checks among the rules that stop with an error of their own.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** Builds a program of the product into a folder; its list of rules ends with those of `failing-rules.ts`. */
export async function buildFailing(entry: string, folder: string): Promise<string> {
  const own = pathToFileURL(resolve('build/bundle.mjs')).href;
  const { ALIAS, generatedData } = (await import(own)) as { ALIAS: Record<string, string>; generatedData: Plugin };
  const failing: Plugin = {
    name: 'failing-rules',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]engine[\\/]rules[\\/]registry\.ts$/ }, ({ path }) => {
        const added = `import { FAILING } from ${JSON.stringify(resolve('test/support/failing-rules.ts'))};\n`;
        const text = readFileSync(path, 'utf8').replace('export const rules', 'const ownRules');
        return { contents: `${added}${text}\nexport const rules = [...ownRules, ...FAILING];\n`, loader: 'ts' };
      });
    },
  };
  const outfile = join(folder, `${entry.replaceAll('/', '-').replace(/\.ts$/, '')}.cjs`);
  await build({
    entryPoints: [entry],
    outfile,
    absWorkingDir: resolve('.'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
    alias: ALIAS,
    plugins: [failing, generatedData],
  });
  return outfile;
}
