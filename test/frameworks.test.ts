import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { kinds } from '../engine/kinds/registry';

/** Which schema checks which file; a file of `frameworks/` without one fails the suite. */
const schemas: Readonly<Record<string, string>> = {
  'iso-42001/pack.yaml': 'standard',
  'iso-42001/controls.yaml': 'controls',
  'iso-42001/clauses.yaml': 'clauses',
  'iso-42001/annexes.yaml': 'annexes',
  'eu-ai-act/pack.yaml': 'eu-ai-act',
  'nist-ai-rmf/pack.yaml': 'nist-ai-rmf',
};

interface Control {
  id: string;
  title: string;
  group: string;
  subgroup?: string;
  asks: string;
  common_failing: string;
  look_for: string[];
  clauses: string[];
  kinds: string[];
}
interface Clause {
  number: string;
  heading_only: boolean;
  required?: string;
  basis?: string;
  verified?: boolean;
  records?: boolean;
  kinds?: string[];
  named_kinds?: string[];
}
interface Dated {
  applies_from: string;
  applies_from_original: string | null;
}
interface Duty extends Dated {
  id: string;
  duty: string;
  articles: string[];
  answered_in?: string[];
  tier: string;
  role: string;
  route?: string;
  formally_from?: string;
  source: string;
}
interface Act {
  versions: { as_of: string; act: string; dates: string }[];
  sources: { key: string }[];
  tiers: { id: string }[];
  duties: Duty[];
  gpai_duties: Duty[];
  transparency: (Dated & { id: string; answered_in?: string[]; grace?: { until: string } })[];
  prohibited: (Dated & { id: string })[];
  articles: (Dated & { number: string; annex_i?: Dated })[];
  annexes: { id: string }[];
  annex_iii: { areas: { points: { id: string }[] }[] };
  transitions: { id: string; articles: string[]; source: string }[];
  derogation: { articles: string[]; source: string };
}
interface Functions {
  functions: { id: string; categories: { id: string; subcategories: { id: string }[] }[] }[];
}
interface Crosswalk {
  from: string;
  to: string;
  targets?: { id: string }[];
  sources: { key: string }[];
  no_equivalent?: { from: string; source: string }[];
  rows: { from: string; to: string; source: string; status: string; corrected_to?: string[] }[];
}

const read = <T>(path: string): T => parse(readFileSync(`frameworks/${path}`, 'utf8')) as T;
const files = readdirSync('frameworks', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml'))
  .sort();
const crosswalks = files.filter((path) => path.startsWith('crosswalks/'));

const { groups, controls } = read<{ groups: { id: string; subgroups?: { id: string }[] }[]; controls: Control[] }>(
  'iso-42001/controls.yaml',
);
const { bases, clauses } = read<{ bases: { id: string }[]; clauses: Clause[] }>('iso-42001/clauses.yaml');
const annexes = read<{
  guidance: { group: string; guidance: string }[];
  objectives: { id: string }[];
  risk_sources: { id: string }[];
}>('iso-42001/annexes.yaml');
const act = read<Act>('eu-ai-act/pack.yaml');
const nist = read<Functions>('nist-ai-rmf/pack.yaml');

const requirements = clauses.filter((clause) => !clause.heading_only);
const clauseNumbers = new Set(clauses.map((clause) => clause.number));
const homeIds = new Set([...clauseNumbers, ...controls.map((control) => control.id)]);
const kindNames = new Set(kinds.map((kind) => kind.kind));
const categories = nist.functions.flatMap((each) => each.categories);
const subcategories = categories.flatMap((category) => category.subcategories);
const articleNumbers = new Set(act.articles.map((article) => article.number));

function unique(ids: readonly string[], what: string): void {
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  deepEqual(twice, [], `${what} stand twice`);
}

function known(ids: readonly string[], all: ReadonlySet<string>, what: string): void {
  const strange = [...new Set(ids.filter((id) => !all.has(id)))];
  deepEqual(strange, [], `${what} that do not exist`);
}

/** The number of `26(2)` or `Article 26(2)`. */
const articleOf = (reference: string): string => /^(?:Article )?(\d+a?)/.exec(reference)?.[1] ?? reference;

describe('frameworks: every file follows its schema', () => {
  const ajv = new Ajv({ allErrors: true });
  for (const path of files) {
    it(path, () => {
      const name = path.startsWith('crosswalks/') ? 'crosswalk' : schemas[path];
      ok(name !== undefined, 'no schema is named for this file');
      const validate = ajv.compile({
        ...(JSON.parse(readFileSync(`schemas/packs/${name}.schema.json`, 'utf8')) as object),
        $id: path,
      });
      validate(read(path));
      deepEqual(
        (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`).slice(0, 10),
        [],
      );
    });
  }

  it('no file uses anchors or aliases, so that each row can be read alone', () => {
    for (const path of files) ok(!/(^|[\s[{,])[&*][A-Za-z]/m.test(readFileSync(`frameworks/${path}`, 'utf8')), path);
  });

  it('the packs together stay small', () => {
    const size = files.reduce((sum, path) => sum + JSON.stringify(read(path)).length, 0);
    ok(size <= 350_000, `${size} characters`);
  });
});

describe('frameworks: ISO/IEC 42001 controls', () => {
  it('there are 38 in 9 groups: 3 + 2 + 5 + 4 + 9 + 5 + 4 + 3 + 3', () => {
    deepEqual(
      groups.map((group) => [group.id, controls.filter((control) => control.group === group.id).length]),
      [
        ['A.2', 3],
        ['A.3', 2],
        ['A.4', 5],
        ['A.5', 4],
        ['A.6', 9],
        ['A.7', 5],
        ['A.8', 4],
        ['A.9', 3],
        ['A.10', 3],
      ],
    );
    equal(controls.length, 38);
  });

  it('ids and titles are unique and each id lies in its group without a gap', () => {
    unique(
      controls.map((control) => control.id),
      'control ids',
    );
    unique(
      controls.map((control) => control.title),
      'control titles',
    );
    for (const parent of groups.flatMap((group) => group.subgroups ?? [group])) {
      const inside = controls.filter((control) => (control.subgroup ?? control.group) === parent.id);
      deepEqual(
        inside.map((control) => control.id),
        inside.map((_, index) => `${parent.id}.${index + 2}`),
      );
    }
  });

  it('related clauses and kinds exist', () => {
    known(
      controls.flatMap((control) => control.clauses),
      clauseNumbers,
      'clauses',
    );
    known(
      controls.flatMap((control) => control.kinds),
      kindNames,
      'kinds',
    );
  });

  it('no text is said of two controls', () => {
    unique(
      controls.flatMap((control) => [control.asks, control.common_failing, ...control.look_for]),
      'sentences',
    );
  });
});

describe('frameworks: ISO/IEC 42001 clauses', () => {
  it('32 hold requirements; 13 of them ask for no documented information', () => {
    equal(requirements.length, 32);
    equal(requirements.filter((clause) => clause.required === 'no').length, 13);
    equal(clauses.length, 43);
  });

  it('numbers are unique and in order, and each has its parent before it', () => {
    const numbers = clauses.map((clause) => clause.number);
    unique(numbers, 'clause numbers');
    for (const [index, number] of numbers.entries()) {
      const parent = number.split('.').slice(0, -1).join('.');
      ok(parent === '' || numbers.slice(0, index).includes(parent), `${number} has no parent before it`);
    }
    const headings = clauses.filter((clause) => clause.heading_only).map((clause) => clause.number);
    deepEqual(headings, ['4', '5', '6', '6.1', '7', '7.5', '8', '9', '9.2', '9.3', '10']);
  });

  it('what is not verified is only usually required', () => {
    const unverified = requirements.filter((clause) => clause.verified === false).map((clause) => clause.number);
    deepEqual(unverified, ['4.4', '7.5.1', '7.5.3', '8.1', '9.1', '9.2.2', '9.3.3', '10.2']);
    known(
      requirements.flatMap((clause) => clause.basis ?? []),
      new Set(bases.map((basis) => basis.id)),
      'bases',
    );
  });

  it('the clauses shown by records are marked', () => {
    const marked = requirements.filter((clause) => clause.records).map((clause) => clause.number);
    deepEqual(marked, ['7.2', '8.1', '8.2', '8.3', '8.4', '9.1', '9.2.2', '9.3.3', '10.2']);
  });

  it('kinds exist, and those that fit everything never serve a clause by themselves', () => {
    const generic = ['policy', 'procedure', 'record'];
    known(
      requirements.flatMap((clause) => [...(clause.kinds ?? []), ...(clause.named_kinds ?? [])]),
      kindNames,
      'kinds',
    );
    for (const clause of requirements) {
      ok(!clause.kinds?.some((kind) => generic.includes(kind)), `${clause.number}: kinds`);
      ok(!clause.named_kinds?.some((kind) => !generic.includes(kind)), `${clause.number}: named_kinds`);
    }
  });

  it('every kind of document serves a clause or a control', () => {
    const served = new Set([
      ...requirements.flatMap((clause) => [...(clause.kinds ?? []), ...(clause.named_kinds ?? [])]),
      ...controls.flatMap((control) => control.kinds),
    ]);
    known([...kindNames], served, 'kinds served');
  });

  it('annexes: guidance mirrors the groups; 11 objectives, 7 risk sources', () => {
    deepEqual(
      annexes.guidance.map((row) => [row.group, row.guidance]),
      groups.map((group) => [group.id, group.id.replace('A', 'B')]),
    );
    deepEqual(
      annexes.objectives.map((row) => row.id),
      Array.from({ length: 11 }, (_, index) => `C.2.${index + 1}`),
    );
    deepEqual(
      annexes.risk_sources.map((row) => row.id),
      Array.from({ length: 7 }, (_, index) => `C.3.${index + 1}`),
    );
  });
});

describe('frameworks: EU AI Act', () => {
  it('ids are unique, and each duty stands on articles and a source that the pack has', () => {
    const rows = [...act.duties, ...act.gpai_duties];
    unique(
      [...rows, ...act.transitions].map((row) => row.id),
      'ids',
    );
    unique(
      [...act.transparency, ...act.prohibited].map((row) => row.id),
      'points',
    );
    unique(
      act.annex_iii.areas.flatMap((area) => area.points.map((point) => point.id)),
      'points of Annex III',
    );
    unique([...act.articles.map((article) => article.number)], 'articles');
    known(
      [...rows, ...act.transitions, act.derogation].flatMap((row) => row.articles.map(articleOf)),
      articleNumbers,
      'articles',
    );
    known(
      [...rows, ...act.transitions, act.derogation].map((row) => row.source),
      new Set(act.sources.map((source) => source.key)),
      'sources',
    );
  });

  it('has both versions of the law, the newest last', () => {
    deepEqual(
      act.versions.map((version) => [version.as_of, version.dates]),
      [
        ['2024-08-01', 'applies_from_original'],
        ['2026-07-27', 'applies_from'],
      ],
    );
    ok(act.versions[1]?.act.includes('2026/1744'));
  });

  it('a duty of high-risk systems has the dates of its route, and both routes say the same', () => {
    const high = act.duties.filter((duty) => duty.tier === 'high');
    for (const duty of high) {
      ok(duty.id.endsWith(`-${duty.route ?? '?'}`), duty.id);
      const expected = duty.route === 'annex-i' ? ['2028-08-02', '2027-08-02'] : ['2027-12-02', '2026-08-02'];
      deepEqual([duty.applies_from, duty.applies_from_original], expected, duty.id);
      const twin = high.find((other) => other.id === duty.id.replace(/annex-iii$/, 'annex-i'));
      const said = ({ duty: words, articles, role, answered_in: sections }: Duty) => [words, articles, role, sections];
      if (twin) deepEqual(said(twin), said(duty), duty.id);
    }
    for (const duty of act.duties.filter((each) => each.tier !== 'high')) equal(duty.route, undefined, duty.id);
  });

  it('a duty is answered in sections that an impact assessment has', () => {
    const sections = kinds.find((kind) => kind.kind === 'ai-impact-assessment')?.sections ?? [];
    const answered = [...act.duties, ...act.transparency].flatMap((duty) => duty.answered_in ?? []);
    ok(answered.length > 30, `${answered.length} answers`);
    known(answered, new Set(sections.map((section) => section.id)), 'sections');
    ok(
      act.duties.every((duty) => !['minimal', 'all'].includes(duty.tier) || duty.answered_in === undefined),
      'what every system has to do asks for no section',
    );
  });

  it('the amendment moved dates only to later ones', () => {
    for (const row of [...act.duties, ...act.gpai_duties, ...act.transparency, ...act.prohibited, ...act.articles])
      ok(row.applies_from_original === null || row.applies_from_original <= row.applies_from, JSON.stringify(row));
  });

  it('Article 50 kept its date, with a grace only for 50(2); two prohibitions are new', () => {
    deepEqual(
      act.transparency.map((row) => [row.id, row.applies_from, row.grace?.until ?? '']),
      [
        ['50(1)', '2026-08-02', ''],
        ['50(2)', '2026-08-02', '2026-12-02'],
        ['50(3)', '2026-08-02', ''],
        ['50(4)', '2026-08-02', ''],
      ],
    );
    deepEqual(
      act.prohibited.filter((row) => row.applies_from_original === null).map((row) => [row.id, row.applies_from]),
      [
        ['5(1)(ba)', '2026-12-02'],
        ['5(1)(bb)', '2026-12-02'],
      ],
    );
    equal(act.prohibited.length, 10);
  });

  it('each tier has duties for providers and deployers, and AI literacy holds for every tier', () => {
    for (const tier of [...act.tiers.map((each) => each.id), 'all'])
      for (const role of ['provider', 'deployer'])
        ok(
          act.duties.some((duty) => duty.tier === tier && duty.role === role),
          `${tier}, ${role}`,
        );
    deepEqual(
      act.duties.filter((duty) => duty.tier === 'all').flatMap((duty) => duty.articles),
      ['4', '4'],
    );
  });
});

describe('frameworks: NIST AI RMF', () => {
  it('has 4 functions, 19 categories, 72 subcategories', () => {
    deepEqual([nist.functions.length, categories.length, subcategories.length], [4, 19, 72]);
  });

  it('ids are unique and each lies in its parent', () => {
    unique(
      [...categories, ...subcategories].map((row) => row.id),
      'ids',
    );
    for (const each of nist.functions)
      for (const category of each.categories) {
        ok(category.id.startsWith(`${each.id} `), category.id);
        for (const row of category.subcategories) ok(row.id.startsWith(`${category.id}.`), row.id);
      }
  });
});

describe('frameworks: crosswalks', () => {
  const annexIds = new Set(act.annexes.map((annex) => annex.id));
  const nistIds = new Set(subcategories.map((row) => row.id));

  /** Whether a target exists; true where no pack can tell. */
  function exists(crosswalk: Crosswalk, target: string): boolean {
    if (crosswalk.targets) return crosswalk.targets.some((each) => each.id === target);
    if (crosswalk.to === 'nist-ai-rmf') return nistIds.has(target);
    if (crosswalk.to === 'eu-ai-act') {
      const annex = /^Annex ([IVX]+)(?:\(\d\))?$/.exec(target);
      if (annex) return annexIds.has(annex[1] ?? '');
      if (/^(?:Recital \d+|Directive \(EU\) \d{4}\/\d+)$/.test(target)) return true;
      return target.startsWith('Article ') && articleNumbers.has(articleOf(target));
    }
    if (crosswalk.to === 'iso-27001') return /^(?:A\.[5-8]\.\d{1,2}|(?:[4-9]|10)(?:\.\d){0,2})$/.test(target);
    return /^\d{1,2}(?:\.\d{1,2}){1,2}$/.test(target);
  }

  it('one for each of six frameworks, named as the framework', () => {
    deepEqual(
      crosswalks.map((path) => read<Crosswalk>(path).to),
      ['eu-ai-act', 'iso-27001', 'iso-27701', 'iso-9001', 'nist-ai-rmf', 'oecd'],
    );
    for (const path of crosswalks) equal(`crosswalks/${read<Crosswalk>(path).to}.yaml`, path);
  });

  for (const path of crosswalks) {
    it(`${path}: both ends and the source of each row exist`, () => {
      const crosswalk = read<Crosswalk>(path);
      const ends = [...crosswalk.rows, ...(crosswalk.no_equivalent ?? [])];
      equal(crosswalk.from, 'iso-42001');
      known(
        ends.map((row) => row.from),
        homeIds,
        'clauses or controls',
      );
      const sources = crosswalk.sources.map((source) => source.key);
      unique(sources, 'sources');
      known(
        ends.map((row) => row.source),
        new Set(sources),
        'sources',
      );
      known(sources, new Set(ends.map((row) => row.source)), 'sources without a row, or sources');
      const targets = crosswalk.rows.flatMap((row) => [
        ...(row.status === 'wrong' ? [] : [row.to]),
        ...(row.corrected_to ?? []),
      ]);
      deepEqual(
        targets.filter((target) => !exists(crosswalk, target)),
        [],
      );
      unique(
        crosswalk.rows.map((row) => `${row.from} → ${row.to} by ${row.source}`),
        'rows',
      );
    });
  }
});
