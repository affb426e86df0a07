import { reviewPeriod } from '../../configuration/configuration';
import { addPeriod, daysBetween } from '../../kinds/dates';
import type { FieldDefinition, KindDefinition, RowDefinition } from '../../kinds/kind';
import { needsApproval } from '../../kinds/metadata';
import type { Row } from '../../kinds/record';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { bullets, inline, paragraphs, titled } from './markdown';

/** What a key, label or column asks for. */
export function fieldMarkdown(field: FieldDefinition, rows: RowDefinition | undefined): string {
  const where = rows ? ` (${rows.title})` : '';
  const values = (field.values ?? []).map(({ value, meaning }) => `**${value}**: ${meaning}`);
  const needed =
    field.requiredFrom === 'draft'
      ? 'Always needed.'
      : field.requiredFrom === 'approved'
        ? 'Needed once approved.'
        : '';
  const form = field.type === 'date' ? 'A date, such as 2026-11-20.' : field.type === 'boolean' ? 'true or false.' : '';
  const several = field.list ? 'Several values are allowed.' : '';
  return paragraphs(
    `**${field.name}**${where}`,
    field.help,
    bullets(values),
    [form, several, needed].filter((part) => part !== '').join(' '),
  );
}

/** What a list of rows holds. */
export function listMarkdown(rows: RowDefinition): string {
  const needed = rows.fields.filter((field) => field.requiredFrom !== undefined).map((field) => field.name);
  return paragraphs(
    `**${rows.list}**`,
    `The rows of this document: one ${rows.title} each.`,
    needed.length === 0 ? '' : `Each needs: ${needed.join(', ')}`,
  );
}

/** What a value means. */
export function valueMarkdown(field: FieldDefinition, value: string, text: string): string {
  if (field.type === 'boolean') return booleanMarkdown(field, value, text);
  const found = field.values?.find((allowed) => allowed.value === value);
  const others = (field.values ?? []).filter((allowed) => allowed !== found).map((allowed) => allowed.value);
  const read = found && found.value !== text.trim() ? ` (read from “${inline(text)}”)` : '';
  return paragraphs(
    found
      ? `**${field.name}: ${found.value}**${read}`
      : `**${field.name}: ${inline(text)}** is none of the known values.`,
    found?.meaning ?? '',
    others.length === 0 ? '' : `${found ? 'Other values' : 'Known values'}: ${others.join(', ')}`,
  );
}

function booleanMarkdown(field: FieldDefinition, value: string, text: string): string {
  const said = value === '' ? `${inline(text)}** is neither yes nor no.` : `${value}**`;
  const read = value !== '' && value !== text.trim() ? ` (read from “${inline(text)}”)` : '';
  return paragraphs(`**${field.name}: ${said}${read}`, field.help);
}

/** What a kind of document is for. */
export function kindMarkdown(view: WorkspaceView, kind: KindDefinition): string {
  const clauses = kind.clauses.map((number) => `${number} ${view.catalogue.clauses.get(number)?.title ?? ''}`.trim());
  const controls = kind.controls.map((id) => `${id} ${view.catalogue.controls.get(id)?.title ?? ''}`.trim());
  const period = needsApproval(kind)
    ? `Reviewed every ${periodWords(reviewPeriod(view.configuration, kind.kind))}.`
    : '';
  return paragraphs(
    `**${kind.title}** (${kind.kind})`,
    kind.purpose,
    titled('Serves', [...clauses.map((clause) => `clause ${clause}`), ...controls]),
    kind.sections.length === 0 ? '' : `**Expected sections:** ${kind.sections.map(({ title }) => title).join(', ')}`,
    period,
  );
}

/** What a date means for review. */
export function dateMarkdown(
  view: WorkspaceView,
  field: string,
  iso: string,
  row: Row | undefined,
): string | undefined {
  if (iso === '') return undefined;
  const days = daysBetween(view.today, iso);
  const away = days === 0 ? 'is today' : days > 0 ? `is ${count(days)} from now` : `was ${count(-days)} ago`;
  const head = `**${iso}** ${away}.`;
  const name = field.slice(field.lastIndexOf('.') + 1);
  return paragraphs(head, consequence(view, field, name, iso, days, row));
}

function consequence(
  view: WorkspaceView,
  field: string,
  name: string,
  iso: string,
  days: number,
  row: Row | undefined,
): string {
  const { configuration } = view;
  if (name === 'next_review') return days < 0 ? `Review overdue for ${count(-days)}.` : 'To be reviewed by this day.';
  if (name === 'valid_until' || name === 'contract_until' || name === 'until')
    return days < 0 ? 'No longer valid.' : 'Valid up to and including this day.';
  if (name === 'due' || name === 'target_date') return days < 0 ? 'This day has passed.' : 'To be done by this day.';
  if (field === 'as_of') return 'The version of the framework that counts is the one of this day.';
  if (field === 'evidence.date')
    return periodFrom(iso, reviewPeriod(configuration, 'evidence'), view.today, 'Counts as current evidence');
  const kind = row && !row.definition ? view.document(row.path)?.kind : undefined;
  const next = row?.fields.get('next_review')?.state === 'filled';
  if (kind && !next && (name === 'approved_on' || name === 'assessed_on'))
    return periodFrom(iso, reviewPeriod(configuration, kind.kind), view.today, 'Without a next review it holds');
  if (name === 'last_change') return 'An impact assessment made before this day has to be looked at again.';
  return days > 0 && /^(?:approved_on|assessed_on|held_on|date|reviewed|closed_on|accepted_on|decided_on)$/.test(name)
    ? 'This day is still to come.'
    : '';
}

function periodFrom(iso: string, period: string, today: string, what: string): string {
  const until = addPeriod(iso, period);
  return `${what} until ${until} (${periodWords(period)})${until < today ? `, ${count(daysBetween(until, today))} past` : ''}.`;
}

function count(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

/** `P12M` in words. */
export function periodWords(period: string): string {
  const match = /^P(\d+)([YMWD])$/.exec(period);
  const unit = { Y: 'year', M: 'month', W: 'week', D: 'day' }[match?.[2] ?? ''];
  return match && unit ? `${match[1]} ${unit}${match[1] === '1' ? '' : 's'}` : period;
}
