import { HOME_FRAMEWORK } from '../../catalogue/catalogue';
import type { Mapping } from '../../catalogue/types';
import { gradeClause } from '../../coverage/clause-grade';
import { gradeControl } from '../../coverage/control-grade';
import { GRADE_WORDS, type GradedItem } from '../../coverage/grade';
import { risksOf } from '../../workspace/decisions';
import { linkedTo } from '../../workspace/evidence';
import { filledText, foldId, push, valueOf } from '../../workspace/names';
import type { WorkspaceState } from '../../workspace/snapshot';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { bullets, inline, paragraphs, sections, titled } from './markdown';

/** How much is said: at the cursor, or as a page of its own. */
export type Length = 'short' | 'full';

const POINTER = '*Original wording; read it with a licensed copy of the standard.*';
const MOST_MAPPINGS = 6;
const MOST_LISTED = 5;

/** What a control asks, how it is shown, and how this workspace stands. */
export function controlMarkdown(state: WorkspaceState, id: string, length: Length): string | undefined {
  const { catalogue } = state.view;
  const control = catalogue.controls.get(id);
  if (!control) return undefined;
  const full = length === 'full';
  const kinds = control.kinds.map((kind) => state.view.kinds.find((other) => other.kind === kind)?.title ?? kind);
  const clauses = control.clauses.map((number) => `${number} ${catalogue.clauses.get(number)?.title ?? ''}`.trim());
  return sections(
    paragraphs(`**${control.id} · ${control.title}**`, control.asks),
    // Before the lists: at the cursor only the first lines are in view, and this is what only the workspace can say.
    controlState(state, id),
    paragraphs(
      full ? titled('What an auditor will look for', control.look_for) : '',
      titled('Usually counts as evidence', full ? control.evidence : control.evidence.slice(0, 3)),
      full ? titled('Questions an auditor may ask', control.auditor_questions) : '',
      `**Common failing:** ${control.common_failing}`,
      full && kinds.length > 0 ? `**Documents that usually serve it:** ${kinds.join(', ')}` : '',
    ),
    paragraphs(
      mappings(state.view, id, full),
      clauses.length > 0 ? `Related clauses: ${clauses.join('; ')}` : '',
      POINTER,
    ),
  );
}

/** What a clause asks and how this workspace stands. */
export function clauseMarkdown(state: WorkspaceState, number: string, length: Length): string | undefined {
  const { catalogue } = state.view;
  const clause = catalogue.clauses.get(number);
  if (!clause) return undefined;
  const full = length === 'full';
  const evidence = clause.typical_evidence ?? [];
  const controls = [...catalogue.controls.values()].filter((control) => control.clauses.includes(number));
  const below = [...catalogue.clauses.values()].filter((other) => other.number.startsWith(`${number}.`));
  return sections(
    paragraphs(
      `**Clause ${number} · ${clause.title}**`,
      clause.requirement,
      clause.heading_only
        ? titled(
            'Below it',
            below.map((other) => `${other.number} ${other.title}`),
          )
        : documented(clause),
    ),
    clause.heading_only ? '' : clauseState(state, number),
    paragraphs(
      titled('Usually counts as evidence', full ? evidence : evidence.slice(0, 3)),
      full ? titled('Questions an auditor may ask', clause.auditor_questions ?? []) : '',
    ),
    paragraphs(
      mappings(state.view, number, full),
      controls.length > 0
        ? `Related controls: ${list(
            controls.map((control) => control.id),
            full ? 40 : 8,
          )}`
        : '',
      POINTER,
    ),
  );
}

/** What a group of controls is for, and its controls with their grades. */
export function groupMarkdown(state: WorkspaceState, id: string): string | undefined {
  const { catalogue } = state.view;
  const group = catalogue.groups.flatMap((each) => [each, ...(each.subgroups ?? [])]).find((each) => each.id === id);
  if (!group) return undefined;
  const controls = [...catalogue.controls.values()].filter((control) => control.id.startsWith(`${id}.`));
  const grade = (control: string) => (isNowhere(state) ? '' : `: ${GRADE_WORDS[gradeOf(state, control).grade]}`);
  const lines = controls.map((control) => `${control.id} ${control.title}${grade(control.id)}`);
  return sections(paragraphs(`**${id} · ${group.title}**`, group.purpose, bullets(lines)), POINTER);
}

function documented({ required, verified }: { readonly required?: string; readonly verified?: boolean }): string {
  if (required === 'no') return '*Nothing documented is asked for here; it may be shown otherwise.*';
  if (required === 'yes' && verified !== false) return '*Documented information is asked for.*';
  return '*A document is usually expected.*';
}

/** The grade of a control; computed once per state. */
export function gradeOf(state: WorkspaceState, id: string): GradedItem {
  const { view } = state;
  return state.remember(`grade ${id}`, () => {
    const failed = state.failedRules;
    const control = view.catalogue.controls.get(id);
    const clause = view.catalogue.clauses.get(id);
    if (control) return gradeControl(view, control, failed);
    if (clause) return gradeClause(view, clause, failed);
    throw new Error(`${id} is neither a control nor a clause`);
  });
}

function gradeLines(item: GradedItem): string[] {
  const words = item.grade === 'none' && !item.counted ? 'may be shown otherwise' : GRADE_WORDS[item.grade];
  return [`Grade: **${words}**. ${inline(item.reason)}`, ...(item.next === '' ? [] : [`Next: ${inline(item.next)}`])];
}

/** True where nothing was read at all: then there is nothing to say about "this workspace". */
function isNowhere({ view }: WorkspaceState): boolean {
  return !view.configuration.present && view.documents.length === 0;
}

function controlState(state: WorkspaceState, id: string): string {
  const { view } = state;
  if (isNowhere(state)) return '';
  const rows = view.decisions(HOME_FRAMEWORK).filter((row) => foldId(row.id) === foldId(id));
  const decisions = rows.map((row) => {
    const applicable = valueOf(row, 'applicable');
    const decision = applicable === 'true' ? 'included' : applicable === 'false' ? 'excluded' : 'not decided';
    const systems = rows.length > 1 ? filledText(row, 'systems') : '';
    const said = [
      systems === '' ? '' : `for ${inline(systems)}`,
      valueOf(row, 'status') === '' ? '' : `status ${valueOf(row, 'status').replace(/_/g, ' ')}`,
      filledText(row, 'owner') === '' ? '' : `owner ${inline(filledText(row, 'owner'))}`,
    ];
    return `Decision: **${decision}**${said
      .filter((part) => part !== '')
      .map((part) => `, ${part}`)
      .join('')}`;
  });
  const documents = new Map<string, string>();
  for (const linked of rows.flatMap((row) => linkedTo(view, row))) {
    const path = linked.document?.path ?? (linked.resolution?.type === 'file' ? linked.resolution.path : undefined);
    if (path === undefined || linked.state === 'circular') continue;
    documents.set(path, `${inline(linked.document?.title || path)} (${LINK_WORDS[linked.state] ?? linked.state})`);
  }
  const risks = [...new Set(rows.flatMap((row) => risksOf(view, row)))].map((risk) => {
    const level = filledText(risk, 'level');
    return `${inline(risk.id)}${level === '' ? '' : ` (${inline(level)})`}`;
  });
  return titled('In this workspace', [
    ...decisions,
    ...gradeLines(gradeOf(state, id)),
    ...(documents.size === 0 ? [] : [`Documents: ${list([...documents.values()], MOST_LISTED)}`]),
    ...(risks.length === 0 ? [] : [`Open risks: ${list(risks, 8)}`]),
  ]);
}

const LINK_WORDS: Readonly<Record<string, string>> = {
  past: 'older than the evidence period',
  incomplete: 'not readable in full',
  overdue: 'review overdue',
};

function clauseState(state: WorkspaceState, number: string): string {
  const { view } = state;
  if (isNowhere(state)) return '';
  const graded = gradeOf(state, number);
  const paths = graded.evidence.flatMap((place) => (place.on === 'file' ? [place.path] : []));
  const documents = paths.map((path) => inline(view.document(path)?.title || path));
  return titled('In this workspace', [
    ...gradeLines(graded),
    ...(documents.length === 0 ? [] : [`Documents: ${list(documents, MOST_LISTED)}`]),
  ]);
}

/** The best mappings, spread over the frameworks in use. Rows marked wrong are not even loaded. */
function mappings(view: WorkspaceView, id: string, full: boolean): string {
  const { catalogue, configuration } = view;
  const all = catalogue.mappingsOf(id);
  const inUse = all.filter((mapping) => configuration.frameworks.includes(mapping.framework));
  const chosen = full ? all : spread(inUse.length > 0 ? inUse : all).slice(0, MOST_MAPPINGS);
  // One line for each source: said at every framework it would drown what it is said of.
  const groups = new Map<string, { readonly row: Mapping; readonly targets: Map<string, string[]> }>();
  for (const row of chosen) {
    const key = [row.source, row.confidence, row.status].join('|');
    const group = groups.get(key) ?? { row, targets: new Map<string, string[]>() };
    groups.set(key, group);
    push(group.targets, row.framework, row.to);
  }
  const lines = [...groups.values()].map(({ row, targets }) => {
    const fit = row.status === 'ok' ? '' : `, ${row.status} fit`;
    const words = [...targets].map(([framework, ids]) => `${catalogue.frameworkTitle(framework)}: ${ids.join(', ')}`);
    return `${words.join('; ')} *(${row.confidence}${fit}; ${row.source})*`;
  });
  if (chosen.length < all.length) lines.push(`and ${all.length - chosen.length} more on the full page`);
  return titled('Supports (no equivalence)', lines);
}

function spread(rows: readonly Mapping[]): Mapping[] {
  const taken = new Map<string, number>();
  return rows
    .map((row, index) => {
      const turn = taken.get(row.framework) ?? 0;
      taken.set(row.framework, turn + 1);
      return { row, turn, index };
    })
    .sort((a, b) => a.turn - b.turn || a.index - b.index)
    .map(({ row }) => row);
}

function list(items: readonly string[], most: number): string {
  const shown = items.slice(0, most).join(', ');
  return items.length > most ? `${shown} and ${items.length - most} more` : shown;
}
