import type { FieldDefinition } from '../../kinds/kind';
import type { Finding } from '../../workspace/finding';
import type { Snapshot } from '../../workspace/snapshot';
import { fieldLabel } from '../../workspace/wording';
import { type Change, editing, type Refusal } from '../change';
import { insertField } from '../edits/field-edits';
import { insertSection } from '../edits/section-edits';
import { placeholder } from '../edits/yaml-text';
import { createAssessment } from '../scaffold/create-assessment';
import { createEvidence } from '../scaffold/create-evidence';
import { insertControls, missingControls } from '../scaffold/insert-controls';
import { recordReview, reviewTitle } from '../scaffold/record-review';
import { type Action, quickFix } from './action';

/** Fields that only a person may fill, so that not even a placeholder is put there by us. */
const NEVER = ['approved_by', 'approved_on', 'accepted_by', 'accepted_on', 'decision', 'evidence'];

/** Structure with placeholders that brings a finding further: rows, fields, sections, documents. */
export function scaffolds(snapshot: Snapshot, finding: Finding): Action[] {
  return [
    ...controlRows(snapshot, finding),
    ...missingFields(snapshot, finding),
    ...missingSections(snapshot, finding),
    ...documents(snapshot, finding),
    ...reviews(snapshot, finding),
  ];
}

function controlRows(snapshot: Snapshot, finding: Finding): Action[] {
  if (finding.rule !== 'soa/missing-control') return [];
  const document = snapshot.view.document(finding.path);
  if (!document) return [];
  const control = String(finding.data.control ?? '');
  const missing = missingControls(snapshot, document);
  const actions: Action[] = [];
  if (control !== '')
    actions.push(
      scaffold(finding, `Insert the row for ${control}`, () => insertControls(snapshot, document, [control])),
    );
  if (missing.length > 1 || control === '')
    actions.push(
      scaffold(finding, `Insert all ${missing.length} missing rows`, () => insertControls(snapshot, document, missing)),
    );
  return actions;
}

/** What a row lacks by a rule whose finding stands at another field, or at the row. Fields that only a person may fill are left out. */
const LACKS: Readonly<Record<string, readonly string[]>> = {
  'treatment/incomplete': ['action', 'owner', 'due'],
  'monitoring/incomplete': ['method', 'frequency', 'owner'],
  'nonconformity/no-action': ['action', 'owner', 'due'],
  'management-review/action-open': ['owner', 'due'],
  'incident/high-without-follow-up': ['cause', 'lessons'],
  'objective/not-measurable': ['measure', 'target'],
  'system/high-without-basis': ['ai_act.basis'],
  'system/limited-without-transparency': ['ai_act.transparency'],
  'system/scope-reason': ['scope_reason'],
  'dataset/personal-data-without-basis': ['legal_basis'],
  'competence/gap-without-action': ['action'],
  'soa/planned-without-target': ['target_date'],
  'soa/risk-basis-without-risk': ['risks'],
  'risk/treatment-without-control': ['controls'],
};

/** The fields that a finding asks for, of the row it stands in. */
function askedFields({ at, rule, data }: Finding, definitions: readonly FieldDefinition[]): readonly string[] {
  if (rule === 'document/missing-field') {
    const labels = String(data.missing ?? '').split(/, | and /);
    return definitions.filter((definition) => labels.includes(fieldLabel(definition))).map(({ name }) => name);
  }
  return LACKS[rule] ?? (at.on === 'field' ? [at.field] : []);
}

function missingFields(snapshot: Snapshot, finding: Finding): Action[] {
  const { at } = finding;
  if (at.on !== 'field' && at.on !== 'row') return [];
  const { row } = at;
  const definitions = row.definition?.fields ?? snapshot.view.document(row.path)?.kind.metadata ?? [];
  return askedFields(finding, definitions).flatMap((name) => {
    const known = row.fields.get(name);
    const definition = definitions.find((field) => field.name === name);
    if (NEVER.includes(name) || !definition || (known && known.state !== 'empty')) return [];
    if (!insertField(snapshot, row, name, '""')) return [];
    const label = name.replace(/^.*\./, '').replace(/_/g, ' ');
    const text = openText(definition);
    return [
      scaffold(finding, known ? `Mark "${label}" as still to be written` : `Insert "${label}"`, () =>
        editing(insertField(snapshot, row, name, known ? text : JSON.stringify(text))),
      ),
    ];
  });
}

/** The placeholder of a field: what has to be written, in words. */
function openText(definition: FieldDefinition): string {
  if (definition.type === 'date') return placeholder('YYYY-MM-DD');
  if (definition.type === 'boolean') return placeholder('true or false');
  if (definition.values) return placeholder(definition.values.map(({ value }) => value).join(' or '));
  return placeholder(definition.name.replace(/^.*\./, '').replace(/_/g, ' '));
}

/** Which sections a rule asks for, by their ids. */
const SECTIONS: Readonly<Record<string, RegExp>> = {
  'assessment/missing-section': /./,
  'document/missing-section': /./,
  'management-review/missing-input': /^(?!decisions$)/,
  'management-review/no-decision': /^decisions$/,
};

function missingSections(snapshot: Snapshot, finding: Finding): Action[] {
  const asked = SECTIONS[finding.rule];
  const document = snapshot.view.document(finding.path);
  if (!asked || document?.language !== 'markdown') return [];
  const present = new Set(document.sections.map((section) => section.expected));
  const missing = document.kind.sections.filter(({ id }) => !present.has(id) && asked.test(id));
  const all = scaffold(finding, `Insert the ${missing.length} missing sections`, () => {
    const edits = missing.flatMap((section) => insertSection(snapshot, document, section) ?? []);
    return { edits, create: [], open: undefined };
  });
  const each = missing
    .slice(0, 8)
    .map((section) =>
      scaffold(finding, `Insert the section "${section.title}"`, () =>
        editing(insertSection(snapshot, document, section)),
      ),
    );
  return missing.length > 1 ? [all, ...each] : each;
}

function documents(snapshot: Snapshot, finding: Finding): Action[] {
  const { at, rule } = finding;
  const row = at.on === 'field' || at.on === 'row' ? at.row : undefined;
  if (rule === 'system/unassessed' && row)
    return [scaffold(finding, `Create the impact assessment of ${row.id}`, () => createAssessment(snapshot, row))];
  if (
    row?.entity === 'control-decision' &&
    /^(?:soa\/(?:implemented-without-evidence|no-implementation)|evidence\/)/.test(rule)
  ) {
    return snapshot.view.catalogue.controls.has(row.id)
      ? [scaffold(finding, `Create an evidence document for ${row.id}`, () => createEvidence(snapshot, row.id))]
      : [];
  }
  return [];
}

/** A look at an assessment that is no longer of the system as it is, or that is due again. */
function reviews(snapshot: Snapshot, finding: Finding): Action[] {
  if (!/^assessment\/(?:suspect|overdue|older-than-change)$/.test(finding.rule)) return [];
  const document = snapshot.view.document(finding.path);
  if (!document || 'refused' in recordReview(snapshot, document)) return [];
  return [scaffold(finding, reviewTitle(document), () => recordReview(snapshot, document))];
}

function scaffold(finding: Finding, title: string, plan: () => Change | Refusal | undefined): Action {
  const change = () => {
    const planned = plan();
    return planned && 'refused' in planned ? undefined : planned;
  };
  return quickFix(finding, title, change);
}
