// The packs of `frameworks/` as their files have them, read without their schemas.
import { deepEqual } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { kinds } from '../../engine/kinds/registry';

/** A control of ISO/IEC 42001. */
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
/** A clause of it. */
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
/** When something applies, by the law as amended and as it was first. */
interface Dated {
  applies_from: string;
  applies_from_original: string | null;
}
/** A duty under the EU AI Act. */
export interface Duty extends Dated {
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
/** The pack of the EU AI Act. */
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
/** The pack of the NIST AI RMF. */
interface Functions {
  functions: { id: string; categories: { id: string; subcategories: { id: string }[] }[] }[];
}
/** How ids of one framework stand to those of another. */
export interface Crosswalk {
  from: string;
  to: string;
  targets?: { id: string }[];
  sources: { key: string }[];
  no_equivalent?: { from: string; source: string }[];
  rows: { from: string; to: string; source: string; status: string; corrected_to?: string[] }[];
}

/** A file below `frameworks/`. */
export const readPack = <T>(path: string): T => parse(readFileSync(`frameworks/${path}`, 'utf8')) as T;
/** Every file of a pack, by its path below `frameworks/`. */
export const packFiles = readdirSync('frameworks', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.yaml'))
  .sort();
/** Those of them that are crosswalks. */
export const crosswalks = packFiles.filter((path) => path.startsWith('crosswalks/'));

/** The groups of controls of ISO/IEC 42001, and the controls. */
export const { groups, controls } = readPack<{
  groups: { id: string; subgroups?: { id: string }[] }[];
  controls: Control[];
}>('iso-42001/controls.yaml');
/** Its clauses, and on what it rests that something is required. */
export const { bases, clauses } = readPack<{ bases: { id: string }[]; clauses: Clause[] }>('iso-42001/clauses.yaml');
/** Its annexes. */
export const annexes = readPack<{
  guidance: { group: string; guidance: string }[];
  objectives: { id: string }[];
  risk_sources: { id: string }[];
}>('iso-42001/annexes.yaml');
/** The EU AI Act. */
export const act = readPack<Act>('eu-ai-act/pack.yaml');
/** The NIST AI RMF. */
export const nist = readPack<Functions>('nist-ai-rmf/pack.yaml');

/** Clauses that ask for something. */
export const requirements = clauses.filter((clause) => !clause.heading_only);
/** All numbers of clauses. */
export const clauseNumbers = new Set(clauses.map((clause) => clause.number));
/** Everything a crosswalk may start from. */
export const homeIds = new Set([...clauseNumbers, ...controls.map((control) => control.id)]);
/** All kinds of document. */
export const kindNames = new Set(kinds.map((kind) => kind.kind));
/** The categories of the NIST AI RMF. */
export const categories = nist.functions.flatMap((each) => each.categories);
/** What its categories consist of. */
export const subcategories = categories.flatMap((category) => category.subcategories);
/** The articles of the EU AI Act that the pack has. */
export const articleNumbers = new Set(act.articles.map((article) => article.number));

/** Throws where something stands twice. */
export function unique(ids: readonly string[], what: string): void {
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  deepEqual(twice, [], `${what} stand twice`);
}

/** Throws where an id is none of those there are. */
export function known(ids: readonly string[], all: ReadonlySet<string>, what: string): void {
  const strange = [...new Set(ids.filter((id) => !all.has(id)))];
  deepEqual(strange, [], `${what} that do not exist`);
}

/** The number of `26(2)` or `Article 26(2)`. */
export const articleOf = (reference: string): string => /^(?:Article )?(\d+a?)/.exec(reference)?.[1] ?? reference;
