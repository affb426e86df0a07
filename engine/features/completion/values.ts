import { reviewPeriod } from '../../configuration/configuration';
import { addPeriod } from '../../kinds/dates';
import type { KindDefinition } from '../../kinds/kind';
import { riskScale, stepsFor } from '../../workspace/risk-scale';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { freeId } from '../scaffold/free-id';
import { type Candidate, candidateOf } from './entry';
import type { FieldSpot, Here } from './here';
import { pathCandidates } from './paths';
import { namesPeople, peopleCandidates } from './people';
import { clauseCandidates, controlCandidates, namedCandidates } from './references';

const LANGUAGES: readonly (readonly [string, string])[] = [
  ['en', 'English'],
  ['de', 'German'],
  ['fr', 'French'],
  ['es', 'Spanish'],
  ['nl', 'Dutch'],
  ['ja', 'Japanese'],
];
const FREQUENCIES = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly'];

/** What may be written in a field; undefined where it is free text. `typed` is the value up to the cursor. */
export function valueCandidates(here: Here, spot: FieldSpot, typed: string): readonly Candidate[] | undefined {
  const { field, entity } = spot;
  const { state, view } = here;
  if (field.name === 'kind' && !spot.definition) return kindCandidates(view);
  if (field.type === 'boolean') return booleans(here, spot);
  if (field.type === 'enum')
    return spelled(
      here,
      spot,
      (field.values ?? []).map(({ value, meaning }) => candidateOf('value', value, meaning)),
    );
  if (field.type === 'date') return dates(here, spot);
  const special = specialValues(here, spot);
  if (special) return special;
  if (field.name === 'id' || (field.type === 'id' && !field.refersTo)) return nextId(here, spot);
  const targets = field.refersTo ?? [];
  if (targets.length > 0) return references(here, spot, typed);
  if (namesPeople(field.name) || (entity === 'competence' && field.name === 'role'))
    return peopleCandidates(state, field.name);
  if (field.name === 'framework')
    return (view.configuration.frameworks.length > 0 ? view.configuration.frameworks : ['iso-42001', 'iso-27001']).map(
      (id) => candidateOf('value', id, view.catalogue.frameworkName(id)),
    );
  return undefined;
}

function references(here: Here, spot: FieldSpot, typed: string): readonly Candidate[] {
  const { field } = spot;
  const { state } = here;
  const targets = field.refersTo ?? [];
  const found: Candidate[] = [];
  if (field.name === 'systems' && field.list)
    found.push(candidateOf('value', 'all', 'Every AI system of the inventory.', { rank: 6 }));
  if (targets.includes('control')) found.push(...controlCandidates(state));
  if (targets.includes('clause')) found.push(...clauseCandidates(state));
  // Where a path is begun, ids are not meant.
  if (!typed.includes('/'))
    found.push(
      ...namedCandidates(state, targets).filter(
        (each) => each.label !== here.document.metadata.id && each.label !== spot.others.get('id'),
      ),
    );
  if (targets.includes('path')) found.push(...pathCandidates(state, here.path, typed));
  const taken = new Set(spot.taken.map((each) => each.toLowerCase()));
  return taken.size === 0 ? found : found.filter((each) => !taken.has(each.label.toLowerCase()));
}

/** Values that belong to one field only. */
function specialValues(here: Here, spot: FieldSpot): readonly Candidate[] | undefined {
  const { field, entity } = spot;
  const { catalogue } = here.view;
  const topics = (list: readonly { id: string; title: string; meaning: string }[]): Candidate[] =>
    list.map(({ id, title, meaning }) => candidateOf('value', id, `${title}: ${meaning}`, { words: title }));
  const words = (list: readonly string[], detail = ''): Candidate[] =>
    list.map((label) => candidateOf('value', label, detail));
  switch (`${entity}.${field.name}`) {
    case 'risk.objective':
      return topics(catalogue.objectives);
    case 'risk.source':
      return topics(catalogue.riskSources);
    case 'risk.consequences':
      return words(['organisation', 'individuals', 'society'], 'Who bears the consequence.').filter(
        ({ label }) => !spot.taken.includes(label),
      );
    case 'risk.likelihood':
    case 'risk.impact':
    case 'risk.level':
    case 'risk.residual': {
      const scale = riskScale(here.view);
      const steps = scale ? stepsFor(scale, field.name).words : [];
      return steps.length > 0
        ? words(steps, `From ${scale?.document.title || 'the risk criteria'}.`)
        : words(['low', 'medium', 'high'], 'No scale is declared in risk criteria.');
    }
    case 'system.ai_act.basis':
      return legalBasis(here, spot.others.get('ai_act.tier') ?? '');
    case 'system.ai_act.transparency':
      return catalogue.aiAct.transparency
        .map(({ id, role, duty }) => candidateOf('value', id, `${role}: ${duty}`, { words: duty }))
        .filter(({ label }) => !spot.taken.includes(label));
    case 'metric.frequency':
      return words(FREQUENCIES);
  }
  if (!spot.definition && field.name === 'language')
    return LANGUAGES.map(([label, detail]) => candidateOf('value', label, detail));
  return undefined;
}

function legalBasis(here: Here, tier: string): Candidate[] {
  const { aiAct } = here.view.catalogue;
  const high: Candidate[] = [
    ...aiAct.highRiskUses.map(({ id, title, meaning }) =>
      candidateOf('value', `Annex III, point ${id}`, `${title}: ${meaning}`, { words: `${title} ${meaning}` }),
    ),
    candidateOf(
      'value',
      'Article 6(1), Annex I',
      'A safety part of a product under the laws of Annex I, or such a product itself.',
    ),
  ];
  const prohibited = aiAct.prohibited.map(({ id, meaning }) =>
    candidateOf('value', `Article ${id}`, meaning, { words: meaning }),
  );
  const limited = aiAct.transparency.map(({ id, duty }) =>
    candidateOf('value', `Article ${id}`, duty, { words: duty }),
  );
  if (tier === 'high') return high;
  if (tier === 'prohibited') return prohibited;
  if (tier === 'limited') return limited;
  return [...high, ...limited, ...prohibited];
}

/** The kinds of documents. */
export function kindCandidates({ kinds }: WorkspaceView): Candidate[] {
  return kinds.map(({ kind, title, purpose }) =>
    candidateOf('value', kind, purpose, { words: title, topic: `kind ${kind}` }),
  );
}

function booleans(here: Here, spot: FieldSpot): readonly Candidate[] {
  const meaning = (value: string): string =>
    spot.field.values?.find((each) => each.value === value)?.meaning ?? (value === 'true' ? 'Yes.' : 'No.');
  return spelled(
    here,
    spot,
    ['true', 'false'].map((value) => candidateOf('value', value, meaning(value))),
  );
}

/** In a table the spelling that the other rows use comes first: `Yes` where they say Yes. */
function spelled(here: Here, spot: FieldSpot, candidates: readonly Candidate[]): readonly Candidate[] {
  const left = candidates.filter(({ label }) => !spot.taken.includes(label));
  if (!spot.definition || here.document.language === 'yaml') return left;
  const spelling = new Map<string, string>();
  for (const row of here.document.rows.slice(0, 200)) {
    const value = row.definition === spot.definition ? row.fields.get(spot.field.name) : undefined;
    for (const item of value?.state === 'filled' && value.problem === undefined ? value.items : [])
      if (item.text.length < 30 && !spelling.has(item.value)) spelling.set(item.value, item.text);
  }
  return left.map((each) => {
    const text = spelling.get(each.label);
    return text === undefined || text === each.label ? each : { ...each, label: text, words: each.label };
  });
}

function dates(here: Here, { field, entity, definition }: FieldSpot): Candidate[] {
  const { today, configuration } = here.view;
  const date = (label: string, value: string, rank: number) => candidateOf('date', label, value, { value, rank });
  const ahead = /review|due|until|target|planned|deadline/.test(field.name) && !/^(?:last_|reviewed)/.test(field.name);
  if (!ahead) return [date('today', today, 1)];
  const found: Candidate[] = [];
  if (field.name === 'next_review') {
    const period = reviewPeriod(
      configuration,
      entity === 'risk' ? 'risk' : definition ? entity : here.document.kind.kind,
    );
    found.push(date(`in ${periodWords(period)}`, addPeriod(today, period), 0));
  }
  for (const [words, period] of [
    ['in one month', 'P1M'],
    ['in three months', 'P3M'],
    ['in six months', 'P6M'],
    ['in one year', 'P12M'],
  ] as const) {
    const value = addPeriod(today, period);
    if (!found.some((each) => each.value === value)) found.push(date(words, value, 2));
  }
  return [...found, date('today', today, 3)];
}

function periodWords(period: string): string {
  const [, count = '', unit = ''] = /^P(\d+)([YMWD])$/.exec(period) ?? [];
  if (unit === 'M' && Number(count) === 12) return 'one year';
  const name = { Y: 'year', M: 'month', W: 'week', D: 'day' }[unit];
  return name === undefined ? period : `${count} ${name}${count === '1' ? '' : 's'}`;
}

/** The next free id. */
function nextId(here: Here, { definition, entity }: FieldSpot): readonly Candidate[] {
  if (entity === 'control-decision') return controlCandidates(here.state);
  const sort = definition ? entity : idSort(here.document.kind);
  return [nextIdCandidate(here, sort)];
}

/** The next free id of a sort. */
export function nextIdCandidate(here: Here, sort: string): Candidate {
  return candidateOf('reference', nextFreeId(here, sort), 'next free id', { words: 'next free id' });
}

/** What the ids of documents of a kind are counted with: systems in files of their own with those of the inventory. */
export function idSort({ kind, single }: KindDefinition): string {
  return single === undefined || single === 'assessment' ? kind : single;
}

/** The next id of a sort that is free in the root and does not stand in this text, which may not parse at this moment. */
export function nextFreeId({ state, text }: Pick<Here, 'state' | 'text'>, sort: string): string {
  const id = state.remember(`free id ${sort}`, () => freeId(state.view, sort));
  const match = /^(.*\D)(\d+)$/.exec(id);
  if (!match) return id;
  const [, prefix = '', digits = ''] = match;
  let next = Number(digits);
  for (let at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + prefix.length)) {
    const number = Number(
      /^\d{1,9}(?![\w.-])/.exec(text.slice(at + prefix.length, at + prefix.length + 12))?.[0] ?? -1,
    );
    if (number < next) continue;
    // Only where it names a row, not where it is mentioned.
    const before = text.slice(text.lastIndexOf('\n', at) + 1, at);
    if (/^[ \t]*(?:- +)*(?:\{ *)?id[ \t]*:[ \t]*["']?$|^[ \t]*\|?[ \t*"]*$/.test(before)) next = number + 1;
  }
  return prefix + String(next).padStart(digits.length, '0');
}
