// A large register of AI systems: opened, edited and completed over the protocol, by us and by yaml-language-server.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from './language-client.mjs';
import { register } from './workspaces.mjs';

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const EDITS = 7;

/** The register with a mistake in its first system, so that there is something to publish; another one with each number. */
const broken = (text, number) => text.replace('lifecycle: concept', `lifecycle: wrong${number}`);

async function measure(client, uri, text, path) {
  const isOurs = ({ uri: given, diagnostics }) =>
    decodeURIComponent(given) === decodeURIComponent(uri) && diagnostics.length > 0;
  const open = await client.until(isOurs, 'textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text: broken(text, 0) },
  });
  const edits = [];
  const line = text.slice(0, text.indexOf('lifecycle: concept')).split('\n').length - 1;
  let written = 'wrong0';
  for (let number = 1; number <= EDITS; number++) {
    // One character of a value, as somebody types; the message names the value, so that it is published anew.
    const range = { start: { line, character: 15 }, end: { line, character: 15 + written.length } };
    written = `wrong${number}`;
    const says = (params) =>
      isOurs(params) &&
      params.diagnostics.some(({ message, range: at }) => String(message).includes(written) || at.start.line === line);
    edits.push(
      await client.until(says, 'textDocument/didChange', {
        textDocument: { uri, version: number + 1 },
        contentChanges: [{ range, text: written }],
      }),
    );
  }
  const completions = [];
  for (let round = 0; round < EDITS; round++) {
    const { taken, answer } = await client.ask('textDocument/completion', {
      textDocument: { uri },
      position: { line, character: 15 },
    });
    if ((answer?.items ?? answer ?? []).length === 0) throw new Error(`nothing is completed in ${path}`);
    completions.push(taken);
  }
  return { open, edit: median(edits), completion: median(completions), memory: client.memory };
}

async function ours(folder, text) {
  const root = join(folder, 'register');
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, 'aims.yaml'), 'organization: Example\nframeworks: [iso-42001]\n');
  writeFileSync(join(root, 'systems.yaml'), 'kind: ai-system-inventory\nid: INV-001\nsystems: []\n');
  const client = new Client([resolve('dist/server-node.js'), '--stdio']);
  const rootUri = pathToFileURL(root).href;
  const ready = client.until(({ uri }) => uri.endsWith('aims.yaml'));
  const initialize = await client.initialize(rootUri, { ownSchemes: ['file'], today: '2026-11-20' });
  await ready;
  const result = await measure(client, `${rootUri}/systems.yaml`, text, 'ours');
  client.end();
  return { initialize, ...result };
}

async function theirs(folder, text) {
  const schema = join(folder, 'schema.json');
  const item = {
    type: 'object',
    required: ['id', 'name', 'owner', 'purpose'],
    properties: {
      id: { type: 'string', pattern: '^AIS-' },
      name: { type: 'string' },
      owner: { type: 'string', description: 'Owner' },
      lifecycle: { enum: ['concept', 'development', 'operation', 'retired'] },
    },
  };
  writeFileSync(schema, JSON.stringify({ type: 'object', properties: { systems: { type: 'array', items: item } } }));
  const yaml = {
    schemaStore: { enable: false },
    schemas: { [pathToFileURL(schema).href]: '*.yaml' },
    validate: true,
    hover: true,
    completion: true,
  };
  const client = new Client(
    [resolve('node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'],
    ({ section }) => (section === 'yaml' ? yaml : null),
  );
  const initialize = await client.initialize(pathToFileURL(folder).href);
  // It reads its settings after it has answered; a first small file tells when it is ready.
  await client.until(({ diagnostics }) => diagnostics.length > 0, 'textDocument/didOpen', {
    textDocument: {
      uri: pathToFileURL(join(folder, 'first.yaml')).href,
      languageId: 'yaml',
      version: 1,
      text: 'systems:\n  - id: x\n',
    },
  });
  const result = await measure(client, pathToFileURL(join(folder, 'theirs.yaml')).href, text, 'theirs');
  client.end();
  return { initialize, ...result };
}

/** Rows of the table for one size. */
export async function measureRegister(folder, count) {
  const text = register(count);
  const mine = await ours(folder, text);
  const other = await theirs(folder, text);
  const name = `${count.toLocaleString('en')} systems`;
  const goal = count > 1_000 ? { open: 1_300, edit: 100 } : { open: 150, edit: 40 };
  return [
    ...(count > 1_000
      ? []
      : [
          {
            work: 'initialize (process start to answer)',
            ours: mine.initialize,
            theirs: other.initialize,
            neighbour: 'yaml-language-server',
          },
        ]),
    {
      work: `${name}: open → findings`,
      ours: mine.open,
      theirs: other.open,
      neighbour: 'yaml-language-server',
      goal: goal.open,
    },
    {
      work: `${name}: edit → findings, median`,
      ours: mine.edit,
      theirs: other.edit,
      neighbour: 'yaml-language-server (waits 200 ms first)',
      goal: goal.edit,
    },
    {
      work: `${name}: completion, median`,
      ours: mine.completion,
      theirs: other.completion,
      neighbour: 'yaml-language-server',
    },
    {
      work: `${name}: memory of the server`,
      unit: 'MB',
      ours: mine.memory,
      theirs: other.memory,
      neighbour: 'yaml-language-server',
    },
  ];
}
