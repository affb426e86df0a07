import type { Duty } from '../../catalogue/types';
import { gradeSystem } from '../../coverage/system-grade';
import type { Row } from '../../kinds/record';
import { dutiesOf } from '../../workspace/duties';
import { filledText, valueOf, valuesOf } from '../../workspace/names';
import type { WorkspaceState } from '../../workspace/snapshot';
import { openWords, tierAsks } from '../../workspace/tier-asks';
import { documentName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { versionLine } from './law';
import { bullets, inline, paragraphs, sections, titled } from './markdown';
import type { Length } from './standard';

const MOST_DUTIES = 6;
const STATE_WORDS: Readonly<Record<string, string>> = {
  'out-of-scope': 'out of scope',
  'not-due': 'not due yet',
  missing: 'not assessed',
  draft: 'in draft',
};

/** An AI system: what it is, its tier with what follows, and how its impact assessment stands. */
export function systemMarkdown(state: WorkspaceState, row: Row, length: Length): string {
  const { view } = state;
  const graded = gradeSystem(view, row, state.failedRules);
  const roles = valuesOf(row, 'roles').map((role) => role.replace(/_/g, ' '));
  const facts = [
    tierLine(row),
    roles.length === 0 ? '' : `Roles: ${inline(roles.join(', '))}`,
    valueOf(row, 'lifecycle') === '' ? '' : `Life cycle: ${inline(valueOf(row, 'lifecycle'))}`,
    filledText(row, 'owner') === '' ? '' : `Owner: ${inline(filledText(row, 'owner'))}`,
    `Impact assessment: **${STATE_WORDS[graded.state] ?? graded.state}**. ${inline(graded.reason)}`,
    graded.next === '' ? '' : `Next: ${inline(graded.next)}`,
    stillOpen(view, row),
  ];
  return sections(
    paragraphs(
      `**${inline(row.id)} · ${inline(graded.name) || 'AI system'}**`,
      inline(filledText(row, 'purpose')),
      bullets(facts.filter((fact) => fact !== '')),
    ),
    duties(view, row, length),
    `Defined in ${inline(row.path)}`,
  );
}

function tierLine(row: Row): string {
  const tier = valueOf(row, 'ai_act.tier');
  if (tier === '') return 'AI Act tier: nobody has decided it yet';
  const basis = filledText(row, 'ai_act.basis');
  const by = filledText(row, 'ai_act.decided_by');
  const on = valueOf(row, 'ai_act.decided_on');
  const decided = by === '' || on === '' ? '' : `, decided by ${inline(by)} on ${on}`;
  return `AI Act tier: **${tier}**${basis === '' ? '' : ` (${inline(basis)})`}${decided}`;
}

/** What the tier asks of the assessment that is being written. */
function stillOpen(view: WorkspaceView, row: Row): string {
  const { assessment, state } = view.assessmentState(row);
  if (state !== 'draft' || (assessment?.status !== 'draft' && assessment?.status !== 'in_review')) return '';
  const asks = tierAsks(view, assessment, row);
  return asks
    ? `Still to be answered in ${inline(documentName(assessment))}: ${inline(openWords(asks.open).join(', '))}`
    : '';
}

/** The duties of a tier that a person has decided; we never infer one. */
function duties(view: WorkspaceView, row: Row, length: Length): string {
  const { roles, transparency } = dutiesOf(view, row);
  const lines = roles.map(({ role, duties: all }) => roleLines(view, role, all, length));
  const named = titled(
    'Transparency duties named',
    transparency.map((duty) => `Article ${duty.id}: ${duty.duty} ${from(view, duty.applies_from)}`.trim()),
  );
  if (lines.length === 0 && named === '') return '';
  return paragraphs(...lines, named, versionLine(view.catalogue.aiAct));
}

function roleLines(view: WorkspaceView, role: string, all: readonly Duty[], length: Length): string {
  const shown = length === 'full' ? all : all.slice(0, MOST_DUTIES);
  const rest = all.slice(shown.length).flatMap((duty) => duty.articles);
  const lines = shown.map((duty) =>
    `Article ${duty.articles.join(', ')}: ${duty.duty} ${from(view, duty.applies_from)}`.trim(),
  );
  if (rest.length > 0) lines.push(`and those of Articles ${inOrder(rest).join(', ')}`);
  return titled(`Duties as ${role.replace(/_/g, ' ')}`, lines);
}

function inOrder(articles: readonly string[]): string[] {
  return [...new Set(articles)].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}

function from(view: WorkspaceView, date: string): string {
  return date > view.today ? `(applies from ${date})` : '';
}
