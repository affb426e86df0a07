// What is prepared for SchemaStore: schemas as it asks for them (draft 7, strict), with examples they accept.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { textsBelow } from './support/folders';
import { TestFolder } from './support/test-folder';

interface Entry {
  readonly name: string;
  readonly description: string;
  readonly fileMatch: readonly string[];
  readonly url: string;
}

describe('SchemaStore', () => {
  const folder = new TestFolder();
  after(() => folder.dispose());
  const entries = JSON.parse(readFileSync('pipelines/schemastore/catalog.json', 'utf8')) as readonly Entry[];
  const text = (path: string) => readFileSync(join(folder.path, path), 'utf8');
  const compiled = ({ url }: Entry): ValidateFunction => {
    const schema = JSON.parse(text(`src/schemas/json/${basename(url)}`)) as object;
    return new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
  };

  it('gets a schema and an example for each entry of the catalogue, and nothing else', () => {
    const { status } = spawnSync(process.execPath, ['pipelines/schemastore/prepare.mjs', folder.path]);
    equal(status, 0);
    const names = entries.map(({ url }) => basename(url, '.json'));
    deepEqual(
      [...textsBelow(folder.path).keys()].sort(),
      names.flatMap((name) => [`src/schemas/json/${name}.json`, `src/test/${name}/${name}.yaml`]).sort(),
    );
  });

  it('each schema is one of draft 7, has the address of its entry, and is strict', () => {
    for (const entry of entries) {
      const schema = JSON.parse(text(`src/schemas/json/${basename(entry.url)}`)) as Readonly<Record<string, unknown>>;
      equal(schema.$schema, 'http://json-schema.org/draft-07/schema#');
      equal(schema.$id, entry.url);
      const ajv = new Ajv({ strict: true, allowUnionTypes: true });
      ok(ajv.validateSchema(schema), ajv.errorsText());
      ok(compiled(entry));
      match(entry.name, /^(?!.*schema).+$/i);
    }
  });

  it('each accepts its example and those of the project, and refuses what is no setting', () => {
    const [settings, baseline] = entries as readonly [Entry, Entry];
    const accepts = (entry: Entry, yaml: string) => compiled(entry)(parse(yaml));
    for (const entry of [settings, baseline]) {
      const name = basename(entry.url, '.json');
      deepEqual(entry.fileMatch, [`${name}.yaml`]);
      ok(accepts(entry, text(`src/test/${name}/${name}.yaml`)), name);
    }
    ok(accepts(settings, readFileSync('examples/meridian/aims.yaml', 'utf8')));
    // The example with gaps has a misspelt setting on purpose.
    ok(!accepts(settings, readFileSync('examples/meridian-gaps/aims.yaml', 'utf8')));
    ok(!accepts(settings, 'frameworks: [iso-42002]\n'));
    ok(accepts(baseline, 'findings: []\n'));
    ok(!accepts(baseline, 'findings:\n  - soa/no-owner\n'));
  });
});
