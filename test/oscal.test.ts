// OSCAL is valid by NIST's own schema, says nothing the repository does not say, and is the same in every run.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Ajv from 'ajv';
import packs from 'gen/frameworks';
import { OSCAL_MODELS, type OscalModel, oscalText } from '../engine/reports/oscal/oscal';
import { controlToken, prose, reference } from '../engine/reports/oscal/parts';
import { nameUuid } from '../engine/text/name-uuid';
import { runCommand } from './support/command-line';
import { textsBelow } from './support/folders';
import { type Files, workspaceOf } from './support/memory-workspace';
import { TestFolder } from './support/test-folder';

type Tree = { readonly [key: string]: unknown };

const SCHEMA = JSON.parse(gunzipSync(readFileSync('test/schemas/oscal-1.0.4-complete.schema.json.gz')).toString());

/** A statement in which nearly everything is open, wrong or hostile. */
const ODD: Files = new Map([
  ['aims.yaml', 'organization: "Acme <b>&</b> sons"\nframeworks: [iso-42001]\n'],
  [
    'soa.yaml',
    `kind: statement-of-applicability
id: SOA-1
framework: iso-42001
controls:
  - { id: A.2.2, applicable: true, status: "{{status}}", justification: "{{why}}", implementation: "<script>alert(1)</script> {{ insert: param, x }} [x](javascript:alert(1))" }
  - { id: A.2.3, applicable: true, status: not_started, owner: "  Head\\n of AI " }
  - { id: A.2.4, applicable: "", status: implemented }
  - { id: A.3.2, applicable: false, justification: "No staff of our own" }
  - { id: A.3.3, applicable: false }
  - { id: A.4.2, applicable: true, status: Partially, target_date: 2027-01-31, evidence: ["javascript:alert(1)", "https://example.org/a b", "records/größe.md"] }
  - { id: A.5.2, applicable: true, status: verified, systems: [AIS-1] }
  - { id: A.5.2, applicable: true, status: planned, systems: [AIS-2] }
  - { id: OWN 1/2, source: own, title: "Our own", applicable: true, status: done }
`,
  ],
  [
    'systems.yaml',
    'kind: ai-system-inventory\nsystems:\n  - { id: AIS-1, name: One, lifecycle: operation }\n  - { name: Nameless }\n',
  ],
  ['records/größe.md', '---\nkind: record\nid: REC-1\ndate: 2026-10-01\n---\nMeasured.\n'],
]);

describe('aims export oscal', () => {
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(SCHEMA);
  const meridian = workspaceOf(textsBelow('examples/meridian')).snapshot;
  const odd = workspaceOf(ODD).snapshot;
  const empty = workspaceOf(new Map([['aims.yaml', 'frameworks: [iso-42001]\n']])).snapshot;
  const parsed = (snapshot: typeof odd, model: OscalModel) =>
    (JSON.parse(oscalText(snapshot, model)) as Record<string, Tree>)[model] as Tree;

  for (const model of OSCAL_MODELS)
    for (const [name, snapshot] of [
      ['the example', meridian],
      ['an odd statement', odd],
      ['an empty root', empty],
    ] as const)
      it(`${model} of ${name} is valid`, () => {
        validate(JSON.parse(oscalText(snapshot, model)));
        deepEqual(validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`) ?? [], []);
      });

  it('the schema would notice what is wrong', () => {
    const catalog = JSON.parse(oscalText(odd, 'catalog'));
    for (const wrong of [
      { ...catalog, extra: 1 },
      { catalog: { ...catalog.catalog, uuid: 'x' } },
      { catalog: { ...catalog.catalog, metadata: { ...catalog.catalog.metadata, 'last-modified': 'today' } } },
      { catalog: { ...catalog.catalog, groups: [] } },
    ])
      equal(validate(wrong), false);
  });

  it('identifiers are those of RFC 4122, unique, and the same in every run', () => {
    // The vector everybody's library gives for this name.
    equal(nameUuid('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'python.org'), '886313e1-3b8a-5372-9b90-0c9aee199e5d');
    for (const model of OSCAL_MODELS) {
      const text = oscalText(meridian, model);
      equal(text, oscalText(workspaceOf(textsBelow('examples/meridian')).snapshot, model));
      const ids = [...text.matchAll(/"uuid": "([^"]+)"/g)].map(([, id]) => id);
      equal(new Set(ids).size, ids.length, model);
    }
    const other = workspaceOf(
      new Map([...ODD].map(([path, text]) => [path, String(text).replace('Acme', 'Other')])),
    ).snapshot;
    ok(parsed(other, 'profile').uuid !== parsed(odd, 'profile').uuid);
  });

  it('the day comes from --today, not from the clock', () => {
    const at = (today: string) => JSON.parse(oscalText(workspaceOf(ODD, today).snapshot, 'profile')).profile.metadata;
    equal(at('2031-02-03')['last-modified'], '2031-02-03T00:00:00Z');
  });

  const requirements = (snapshot: typeof odd) => {
    const [component] = parsed(snapshot, 'component-definition').components as Tree[];
    const [implementation] = (component?.['control-implementations'] ?? []) as Tree[];
    return ((implementation?.['implemented-requirements'] ?? []) as Tree[]).map((each) => ({
      control: String(each['control-id']),
      description: String(each.description),
      links: (each.links ?? []) as { href: string; rel: string }[],
      of: (name: string) =>
        (each.props as { name: string; value: string }[])
          .filter((prop) => prop.name === name)
          .map(({ value }) => value),
    }));
  };

  it('only what the repository says is implemented is implemented', () => {
    const status = requirements(odd).map(({ control, of }) => [
      control,
      of('decision')[0],
      of('implementation-status').join(),
    ]);
    deepEqual(status, [
      ['a.2.2', 'included', ''],
      ['a.2.3', 'included', ''],
      ['a.2.4', 'undecided', ''],
      ['a.3.2', 'excluded', 'not-applicable'],
      ['a.3.3', 'excluded', 'not-applicable'],
      ['a.4.2', 'included', 'partial'],
      ['a.5.2', 'included', 'implemented'],
      ['a.5.2', 'included', 'planned'],
      ['own-1-2', 'included', 'implemented'],
    ]);
    match(requirements(odd)[4]?.description ?? '', /gives no reason/);
    match(requirements(odd)[1]?.description ?? '', /does not describe/);
    deepEqual(requirements(empty), []);
  });

  it('every control that is named stands in the catalog, and the profile selects what applies', () => {
    for (const snapshot of [meridian, odd, empty]) {
      const text = JSON.stringify(parsed(snapshot, 'catalog'));
      const known = new Set([...text.matchAll(/"id":"([^"]+)","class":"(?:annex-a|clause|own)"/g)].map(([, id]) => id));
      ok(known.size >= 38 + 25);
      const [selected] = parsed(snapshot, 'profile').imports as { 'include-controls': { 'with-ids': string[] }[] }[];
      const ids = selected?.['include-controls'][0]?.['with-ids'] ?? [];
      const named = [...ids, ...requirements(snapshot).map(({ control }) => control)];
      const reviewed = JSON.stringify(parsed(snapshot, 'assessment-results')).matchAll(/"control-id":"([^"]+)"/g);
      deepEqual(
        [...named, ...[...reviewed].map(([, id]) => id ?? '')].filter((id) => !known.has(id)),
        [],
      );
      for (const { control, of } of requirements(snapshot))
        equal(
          ids.includes(control),
          requirements(snapshot).some((each) => each.control === control && each.of('decision')[0] === 'included'),
          of('decision')[0],
        );
    }
  });

  it('there is no verdict', () => {
    for (const snapshot of [meridian, odd, empty]) {
      const [result] = parsed(snapshot, 'assessment-results').results as Tree[];
      equal(result?.findings, undefined);
      ok(!/"state":/.test(JSON.stringify(result)));
      match(String(result?.remarks), /no findings/);
      const observations = (result?.observations ?? []) as Tree[];
      ok(observations.length >= 38 + 25);
      ok(!/complian[tc]/i.test(oscalText(snapshot, 'assessment-results')));
    }
  });

  it('nothing in a text is a link, HTML or an insertion', () => {
    // Names and values of properties are plain strings in OSCAL; these are shown as Markdown.
    const shown = OSCAL_MODELS.flatMap((model) => oscalText(odd, model).split('\n')).filter((line) =>
      /^ *"(?:title|description|remarks|prose|text)": /.test(line),
    );
    ok(shown.some((line) => line.includes('&lt;script&gt;')));
    deepEqual(
      shown.filter((line) => /<|(?<!\\)\]\(|\{\{/.test(line)),
      [],
    );
    for (const { links } of requirements(odd)) for (const { href } of links) ok(!/^[a-z]+:(?!\/\/)/i.test(href), href);
    deepEqual(
      requirements(odd).flatMap(({ links }) => links.map(({ href }) => href)),
      ['records/gr%C3%B6%C3%9Fe.md'],
    );
    deepEqual(
      requirements(odd).flatMap(({ of }) => of('evidence')),
      ['javascript:alert(1)', 'https://example.org/a b'],
    );
    equal(prose('{{ x }} <a>'), '\\{\\{ x \\}\\} &lt;a&gt;');
    equal(reference('JavaScript:alert(1)'), undefined);
    equal(reference('my records/a(1).md#b'), 'my%20records/a(1).md#b');
    equal(reference('data:text/html,x'), undefined);
  });

  it('the words are those of our packs', () => {
    const words = JSON.stringify(packs);
    const parts = [
      ...JSON.stringify(parsed(empty, 'catalog')).matchAll(/"name":"statement","prose":"((?:[^"\\]|\\.)*)"/g),
    ];
    ok(parts.length >= 38 + 25);
    for (const [, text = ''] of parts)
      ok(words.includes(text.replace(/\\\\([[\]{}*`])/g, '$1').replace(/&amp;/g, '&')), text);
    equal(controlToken('6.1.3'), 'clause-6.1.3');
  });

  it('the command writes all files into a folder, one to standard output, and replaces nothing', () => {
    const folder = new TestFolder();
    try {
      const target = join(folder.path, 'oscal');
      const day = ['--today', '2026-11-20'];
      const all = runCommand(['export', 'oscal', 'examples/meridian', '--output', target, ...day]);
      equal(all.status, 0, all.stderr);
      deepEqual(readdirSync(target).sort(), [...OSCAL_MODELS].map((model) => `${model}.json`).sort());
      equal(readFileSync(join(target, 'profile.json'), 'utf8'), oscalText(meridian, 'profile'));
      const one = runCommand(['export', 'oscal', 'examples/meridian', '--model', 'profile', ...day]);
      deepEqual([one.status, one.stdout], [0, oscalText(meridian, 'profile')]);
      const again = runCommand(['export', 'oscal', 'examples/meridian', '--output', target, ...day]);
      equal(again.status, 2);
      match(again.stderr, /^aims: .*catalog\.json" exists\. .*--force.*\n$/);
      for (const args of [[], ['--model', 'poem'], ['--format', 'csv', '--model', 'profile']])
        equal(runCommand(['export', 'oscal', 'examples/meridian', ...args, ...day]).status, 2);
      ok(!existsSync(join(folder.path, 'profile.json')));
    } finally {
      folder.dispose();
    }
  });
});
