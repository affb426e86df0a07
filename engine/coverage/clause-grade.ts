import type { Clause } from '../catalogue/types';
import { reviewPeriod } from '../configuration/configuration';
import { addPeriod } from '../kinds/dates';
import { needsApproval } from '../kinds/metadata';
import type { DocumentRecord } from '../kinds/record';
import { isDraft } from '../workspace/document-status';
import { isPast } from '../workspace/due';
import { documentDate, hasOnlyPlaceholders, isInForce, reviewDue, serves } from '../workspace/evidence';
import type { Place } from '../workspace/finding';
import { isFilled, valueOf } from '../workspace/names';
import { onFile } from '../workspace/places';
import type { WorkspaceView } from '../workspace/workspace-view';
import { unchecked } from './failed-rules';
import type { GradedItem } from './grade';
import { type Judgement, judged } from './judgement';

/** Grades one clause by the documents of its kinds and those that name it. */
export function gradeClause(view: WorkspaceView, clause: Clause, failedRules: ReadonlySet<string>): GradedItem {
  const documents = view.documents.filter((document) => document.status !== 'retired' && belongs(document, clause));
  const own = judge(view, clause, documents, failedRules);
  const hidden = own.grade === 'evidenced' || own.grade === 'unknown' ? undefined : view.incompleteHead;
  const { grade, reason, next, action = '' } = hidden ? unreadable(hidden) : own;
  const best = documents.find((document) => document.status !== 'template') ?? documents[0];
  const at: Place | undefined = best && onFile(best.path);
  const evidence = documents
    .filter((document) => document.status !== 'template')
    .map((document): Place => onFile(document.path));
  const counted = clause.required !== 'no' || grade !== 'none';
  return { id: clause.number, kind: 'clause', title: clause.title, grade, reason, next, action, at, evidence, counted };
}

/** What a document serves stands at its top; while that cannot be read, it may serve any clause. */
function unreadable({ path }: DocumentRecord): Judgement {
  const reason = `${path} could not be read in full, and may serve this clause.`;
  return judged('unknown', reason, `Repair ${path}.`);
}

function belongs(document: DocumentRecord, clause: Clause): boolean {
  return (clause.kinds ?? []).includes(document.kind.kind) || serves(document, 'clauses', clause.number);
}

function judge(
  view: WorkspaceView,
  clause: Clause,
  all: readonly DocumentRecord[],
  failedRules: ReadonlySet<string>,
): Judgement {
  const failed = unchecked('clause', failedRules);
  if (failed) return { grade: 'unknown', ...failed };
  const broken = all.find((document) => !document.complete);
  if (broken) return judged('unknown', `${broken.path} could not be read in full.`, `Repair ${broken.path}.`);
  const documents = all.filter(
    (document) => document.status !== 'template' && (document.status === 'approved' || !hasOnlyPlaceholders(document)),
  );
  const kind = view.kinds.find((each) => each.kind === clause.kinds?.[0]);
  if (documents.length === 0) {
    if (all.length > 0) return judged('template', `${all[0]?.path} is still a template.`, 'Fill it in.');
    if (clause.required === 'no')
      return judged('none', 'Nothing documented is asked for here; it may be shown otherwise.', '');
    const usually = clause.required === 'usually' || clause.verified === false ? 'is usually expected' : 'is asked for';
    return judged(
      'none',
      `No document serves this clause, and one ${usually}.`,
      kind ? `Create: ${kind.title}.` : 'Create the document.',
      kind ? `new kind:${kind.kind}` : '',
    );
  }
  const governing = documents.filter((document) => document.kind.class === 'governing');
  const records = documents.filter((document) => document.kind.class !== 'governing');
  const inForce = governing.find((document) => isInForce(view, document));
  const late = governing.find((document) => isInForce(view, document) && isPast(view, reviewDue(view, document)));
  const done = records
    .filter((document) => !isDraft(document))
    .map((document) => ({ document, date: lastDate(document) }))
    .filter(({ document, date }) => date !== '' && !isEmptyRegister(document))
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  const newest = done[0];
  const currentRecord = done.find((each) => !isPast(view, heldUntil(view, each)));
  if (clause.records) {
    if (currentRecord)
      return judged('evidenced', `${currentRecord.document.path} shows it, dated ${currentRecord.date}.`, '');
    if (newest)
      return judged(
        'stale',
        `The newest record, ${newest.document.path}, is of ${newest.date}.`,
        'Do it again and record it.',
      );
    const quiet = records.find((document) => document.kind.kind === 'nonconformity-register' && lastDate(document));
    if (quiet) return judgeEmptyRegister(view, quiet);
    if (late) return judgeLate(view, late);
    if (inForce)
      return judged(
        'approved',
        `${inForce.path} is in force, but no record shows it at work.`,
        'Record that it was done.',
      );
    return whyNoRecord(records[0], documents[0]);
  }
  if (late) return judgeLate(view, late);
  if (inForce && currentRecord)
    return judged('evidenced', `${inForce.path} is in force and ${currentRecord.document.path} shows it at work.`, '');
  if (newest && !currentRecord && (inForce || governing.length === 0))
    return judged(
      'stale',
      `${newest.document.path} is of ${newest.date}, and nothing newer is linked.`,
      'Bring it up to date, or link what is newer.',
    );
  if (inForce)
    return judged(
      'approved',
      `${inForce.path} is in force.`,
      clause.kinds && clause.kinds.length > 1 ? 'Link a record that shows it at work.' : '',
    );
  if (governing.length === 0 && currentRecord)
    return judged('approved', `${currentRecord.document.path} is kept, dated ${currentRecord.date}.`, '');
  const draft = governing[0] ?? documents[0];
  return judged(
    'drafted',
    `${draft?.path} is ${draft?.kind.class === 'governing' ? 'not approved yet' : 'without a current date'}.`,
    draft?.kind.class === 'governing' ? 'Have it approved.' : 'Bring it up to date.',
  );
}

function judgeLate(view: WorkspaceView, document: DocumentRecord): Judgement {
  const reason = `${document.path} should have been reviewed by ${reviewDue(view, document)}.`;
  return judged('stale', reason, 'Review it.');
}

/** No nonconformity is a good answer, once somebody has looked. */
function judgeEmptyRegister(view: WorkspaceView, document: DocumentRecord): Judgement {
  const date = lastDate(document);
  return isPast(view, heldUntil(view, { document, date }))
    ? judged('stale', `${document.path} was last gone through on ${date}.`, 'Go through it again.')
    : judged('approved', `${document.path} is empty, and was gone through on ${date}.`, '');
}

function whyNoRecord(record: DocumentRecord | undefined, other: DocumentRecord | undefined): Judgement {
  if (!record) return judged('drafted', `${other?.path} is not approved yet.`, 'Have it approved.');
  if (needsApproval(record.kind) && record.status !== 'approved')
    return judged('drafted', `${record.path} is not approved yet.`, 'Have it approved.');
  if (isDraft(record)) return judged('drafted', `${record.path} is still a draft.`, 'Finish the record.');
  if (record.kind.kind === 'ai-impact-assessment' && !isFilled(record.metadata, 'decision'))
    return judged('drafted', `${record.path} has no decision.`, 'Decide.');
  if (isEmptyRegister(record) && lastDate(record) !== '')
    return judged('drafted', `${record.path} has no entry yet.`, 'Fill in the register.');
  return judged('drafted', `${record.path} has no date.`, 'Give the record its date.');
}

/** The last day of the planned interval: what the document itself names wins over the usual period. */
function heldUntil(view: WorkspaceView, { document, date }: { document: DocumentRecord; date: string }): string {
  return (
    valueOf(document.metadata, 'valid_until') ||
    valueOf(document.metadata, 'next_review') ||
    addPeriod(date, reviewPeriod(view.configuration, document.kind.kind))
  );
}

function isEmptyRegister(document: DocumentRecord): boolean {
  return (
    document.kind.class === 'register' && document.kind.rows.length > 0 && document.rows.every((row) => row.unfilled)
  );
}

/** The date of a record; a register counts from when it was last gone through, a reviewed empty one too. */
function lastDate(document: DocumentRecord): string {
  if (document.kind.kind === 'ai-impact-assessment' && !isFilled(document.metadata, 'decision')) return '';
  return valueOf(document.metadata, 'reviewed') || documentDate(document);
}
