import type { Entity } from '../../kinds/kind';
import type { Row } from '../../kinds/record';
import { auditDay } from '../../workspace/audits';
import type { Finding } from '../../workspace/finding';
import { filledText } from '../../workspace/names';
import { relativePath } from '../../workspace/paths';
import type { Snapshot } from '../../workspace/snapshot';
import type { Change, Refusal } from '../change';
import { createDocument } from '../scaffold/create-document';
import { createRow, type Given, registerOf } from '../scaffold/create-row';
import { type Action, quickFix } from './action';

/** A kind of document, or an entry: of what sort, about what, and the facts it begins with, the best form first. */
type Wanted = string | readonly [entity: Entity, about: string, ...given: Given[]];

type Maker = (finding: Finding, snapshot: Snapshot) => readonly Wanted[];

/** An entry that names the row of the finding in a field; an open one for a finding about a whole list. */
const entry =
  (entity: Entity, field: string): Maker =>
  ({ at }) => {
    const id = 'row' in at ? at.row.id : undefined;
    return id === undefined ? [[entity, '']] : id === '' ? [] : [[entity, id, { [field]: id }]];
  };

const facts = (row: Row, ...names: string[]): Given =>
  Object.fromEntries(names.map((name) => [name, filledText(row, name)]));

/** What is made where a rule misses a document or an entry. */
const WANTED: Readonly<Record<string, Maker>> = {
  'treatment/missing': entry('treatment', 'risk'),
  'system/missing-from-risks': entry('risk', 'systems'),
  'system/supplier-missing': entry('supplier', 'systems'),
  'system/not-monitored': entry('metric', 'systems'),
  'monitoring/result-missing': entry('result', 'metric'),
  'objective/none-current': () => [['objective', '']],
  'risk/register-empty': () => [['risk', '']],
  // A report says itself which audit it is of: a new one without a word in it is no sign that the audit was held.
  'audit/overdue': ({ message }) => [message === 'planned' ? 'audit-report' : ['audit', '']],
  'audit/done-without-report': () => ['audit-report'],
  'audit/no-programme': () => ['audit-programme'],
  'management-review/overdue': () => ['management-review'],
  'soa/no-statement': () => ['statement-of-applicability'],
  // An impact assessment is about a system, and offered there.
  'clause/no-document': ({ data }, { view }) =>
    view.kinds
      .filter(({ title, single }) => title === data.document && single !== 'assessment')
      .map(({ kind }) => kind),
  'assessment/no-risk-follows': ({ data: { systems } }) => [
    ['risk', `${systems}`, { systems: `${systems}`.replace(' and ', ', ') }],
  ],
  'system/model-unknown': ({ at, data }) => {
    const unknown = `${data.models}`.split(/, | and /);
    const items = at.on === 'field' ? (at.row.fields.get(at.field)?.items ?? []) : [];
    return items.filter(({ text }) => unknown.includes(text)).map(({ value }) => ['model', value, { id: value }]);
  },
  'audit/finding-untracked': ({ at, path }, { view }) => {
    const report = view.document(path);
    if (!('row' in at) || !report) return [];
    const source = at.row.id || report.metadata.id || path.replace(/.*\//, '');
    const known = facts(at.row, 'finding', 'clause', 'control');
    const date = auditDay(report);
    // In a table without a column for the source the finding itself says where it comes from.
    return [
      ['nonconformity', source, { source, date, ...known }, { ...known, date, finding: `${source}: ${known.finding}` }],
    ];
  },
  'document/not-in-register': ({ path, data }, { view }) => {
    const found = view.document(path);
    if (!found) return [];
    const known = { title: found.title, ...facts(found.metadata, 'version', 'owner') };
    const name = found.metadata.id || relativePath(`${data.register}`, path);
    return [['document-entry', name, { document: name, ...known }, known]];
  },
};

/** Documents and entries that a finding asks for, with placeholders for all that is not said elsewhere. */
export function rowScaffolds(snapshot: Snapshot, finding: Finding): Action[] {
  const offered = new Map<string, Change>();
  for (const wanted of WANTED[finding.rule]?.(finding, snapshot) ?? []) {
    const [title, change] = plan(snapshot, finding.path, wanted);
    // Where there is no register yet, it is made once, however many entries it will have.
    if (change && !('refused' in change)) offered.set(title, change);
  }
  return [...offered].map(([title, change]) => quickFix(finding, title, () => change));
}

function plan(snapshot: Snapshot, path: string, wanted: Wanted): readonly [string, Change | Refusal | undefined] {
  const [entity, about, ...given] = typeof wanted === 'string' ? [] : wanted;
  const register = entity && registerOf(snapshot, entity, path);
  if (register) {
    // One that nobody has filled in yet clears nothing; a second one would not either.
    const isOpen = register.document.rows.some((row) => row.unfilled && (about === '' || row.id === about));
    const changes = (given.length > 0 ? given : [{}]).map((each) => createRow(snapshot, entity, each, register));
    const name = register.document.kind.title.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
    return [
      `Insert a row${about && ` for ${about}`} into the ${name}`,
      isOpen ? undefined : changes.find((change) => !('refused' in change)),
    ];
  }
  const kind = snapshot.view.kinds.find(
    (each) => each.kind === wanted || each.rows.some((row) => row.entity === entity),
  );
  return [`Create: ${kind?.title}`, kind && createDocument(snapshot, kind)];
}
