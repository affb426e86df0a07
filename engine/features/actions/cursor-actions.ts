import { HOME_FRAMEWORK } from '../../catalogue/catalogue';
import type { DocumentRecord, FieldValue, Row } from '../../kinds/record';
import { onField } from '../../workspace/places';
import type { WorkspaceState } from '../../workspace/snapshot';
import { editing } from '../change';
import { setFact, setField } from '../edits/field-edits';
import { createAssessment } from '../scaffold/create-assessment';
import { createEvidence } from '../scaffold/create-evidence';
import { insertControls, missingControls } from '../scaffold/insert-controls';
import { recordReview, reviewTitle } from '../scaffold/record-review';
import type { Action } from './action';

/** What is offered at the cursor without a finding: canonical form, new documents for the row, retiring a document. */
export function cursorActions(state: WorkspaceState, path: string, offset: number): Action[] {
  const document = state.view.document(path);
  const text = state.texts.get(path);
  if (!document || !text) return [];
  const actions: Action[] = [];
  const rows = [document.metadata, ...document.rows];
  for (const row of rows) {
    const field = [...row.fields.values()].find((value) => covers(state, row, value, offset));
    if (field) actions.push(...canonicalForm(state, row, field));
  }
  const row = document.rows.find((each) => isAt(state, each, offset));
  if (
    row?.entity === 'control-decision' &&
    row.framework === HOME_FRAMEWORK &&
    state.view.catalogue.controls.has(row.id)
  ) {
    actions.push(refactor(`Create an evidence document for ${row.id}`, () => accepted(createEvidence(state, row.id))));
  }
  const system = row?.entity === 'system' ? row : document.kind.single === 'system' ? document.metadata : undefined;
  if (system && system.id !== '')
    actions.push(
      refactor(`Create an impact assessment of ${system.id}`, () => accepted(createAssessment(state, system))),
    );
  if (document.kind.kind === 'statement-of-applicability') {
    const missing = missingControls(state, document);
    if (missing.length > 0)
      actions.push(
        refactor(
          missing.length === 1 ? `Insert the row for ${missing[0]}` : `Insert all ${missing.length} missing rows`,
          () => accepted(insertControls(state, document, missing)),
        ),
      );
  }
  if (document.kind.single === 'assessment' && document.status === 'approved' && isInHead(state, document, offset)) {
    if (!state.view.isSuperseded(document) && !('refused' in recordReview(state, document)))
      actions.push(refactor(reviewTitle(document), () => accepted(recordReview(state, document))));
  }
  const status = document.metadata.fields.get('status');
  if (
    status &&
    covers(state, document.metadata, status, offset) &&
    document.status !== 'retired' &&
    document.status !== 'template'
  ) {
    actions.push(
      refactor('Mark this document as retired (superseded)', () =>
        editing(setField(state, document.metadata, 'status', 'retired')),
      ),
    );
  }
  return actions;
}

/** A date or value that is read but written in another form can be written in the canonical one. */
function canonicalForm(state: WorkspaceState, row: Row, field: FieldValue): Action[] {
  const { definition } = field;
  const text = state.texts.get(row.path);
  if (
    field.state !== 'filled' ||
    field.problem ||
    definition.list ||
    field.value === '' ||
    field.value === field.text ||
    !text
  )
    return [];
  if (definition.type !== 'date' && definition.type !== 'enum' && definition.type !== 'boolean') return [];
  return [
    refactor(`Write it as ${field.value}`, () =>
      editing(setFact(text, row.block + field.at.block, field.at.fact, field.value)),
    ),
  ];
}

function covers(state: WorkspaceState, row: Row, field: FieldValue, offset: number): boolean {
  const { span } = state.locate(onField(row, field.definition.name));
  return offset >= span.start && offset <= span.end;
}

function isAt(state: WorkspaceState, row: Row, offset: number): boolean {
  const parsed = state.texts.get(row.path)?.parsed;
  const block = parsed?.blocks[row.block];
  const start = parsed?.starts[row.block] ?? 0;
  return block !== undefined && offset >= start && offset <= start + block.text.length;
}

/** True in the YAML that says what a document is: its front matter, or a whole YAML file. */
function isInHead(state: WorkspaceState, document: DocumentRecord, offset: number): boolean {
  const text = state.texts.get(document.path);
  if (!text || document.language !== 'markdown') return document.language === 'yaml';
  const { blocks, starts } = text.parsed;
  return blocks.some((block, index) => {
    const start = starts[index] ?? 0;
    return block.frontMatter && offset >= start && offset <= start + block.text.length;
  });
}

function refactor(title: string, change: Action['change']): Action {
  return { title, kind: 'refactor', fix: false, preferred: false, finding: undefined, change };
}

function accepted<Planned extends object>(planned: Planned): Exclude<Planned, { refused: string }> | undefined {
  return 'refused' in planned ? undefined : (planned as Exclude<Planned, { refused: string }>);
}
