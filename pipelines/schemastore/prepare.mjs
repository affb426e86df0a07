// Writes what a pull request to SchemaStore needs, into a checkout of it:   node pipelines/schemastore/prepare.mjs <folder>
// The entries of catalog.json are put into its catalogue by hand, at their place in the alphabet.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inRoot, isEntry, readText } from '../../build/files.mjs';

/** What each schema accepts, for the tests of SchemaStore. */
const EXAMPLES = {
  aims: 'examples/meridian/aims.yaml',
  'aims-baseline': 'pipelines/schemastore/aims-baseline.yaml',
};

/** The entries for the catalogue. */
export const entries = () => JSON.parse(readText('pipelines/schemastore/catalog.json'));

/** Writes schemas and examples below a folder. A schema there says the address it is found at. */
export function prepare(folder) {
  for (const { url } of entries()) {
    const name = basename(url, '.json');
    const schema = { ...JSON.parse(readText(`schemas/${name}.schema.json`)), $id: url };
    write(folder, `src/schemas/json/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
    write(folder, `src/test/${name}/${name}.yaml`, readFileSync(inRoot(EXAMPLES[name])));
  }
}

function write(folder, path, content) {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
  console.log(path);
}

if (isEntry(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  if (folder) prepare(folder);
  else {
    console.error('Name the checkout of SchemaStore.');
    process.exitCode = 2;
  }
}
