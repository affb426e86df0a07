import type { FieldDefinition } from '../kinds/kind';
import type { DocumentRecord, Row } from '../kinds/record';
import { applyEdits } from '../text/edit';
import { onFile, onRow } from '../workspace/places';
import type { WorkspaceState } from '../workspace/snapshot';
import { finish, type Workspace } from '../workspace/workspace';
import type { Change, Refusal } from './change';
import { fillField } from './edits/fill-field';
import { chooseNew, type NewSubject } from './new-subject';
import { type FieldValues, knownSystem, readValues } from './new-values';
import { planAction } from './plan';

/** What is to be made, as a person says it. */
export interface NewRequest {
  /** `risk`, `ai-policy`, `A.6.2.4`, `assessment` … */
  readonly what: string;
  /** The AI system it is about, by id; undefined where none is named. */
  readonly system: string | undefined;
  /** Facts to fill in at once. */
  readonly fields: readonly (readonly [field: string, value: string])[];
}

/** What was made, before anything is written. */
export interface MadeNew {
  /** Texts by root-relative path, with what they replace; `before` is undefined for a new file. */
  readonly texts: ReadonlyMap<string, { readonly before: string | undefined; readonly after: string }>;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** Its id, or empty. */
  readonly id: string;
  /** What it is called, such as `Risk` or `AI policy`. */
  readonly title: string;
  /** What has to be filled in, and what may be; names of fields and sections. */
  readonly needed: readonly string[];
  readonly open: readonly string[];
  /** Documents of the same kind, of which only one is in force at a time. */
  readonly rivals: readonly string[];
}

/** A workspace with the sizes of its files in bytes by root-relative path. */
export interface NewPlace {
  readonly workspace: Workspace;
  readonly state: WorkspaceState;
  readonly sizes: ReadonlyMap<string, number>;
}

/** Makes a document or entry in a workspace; the workspace has its text afterwards. Facts are filled in, judgements never. */
export function makeNew({ workspace, state, sizes }: NewPlace, request: NewRequest): MadeNew | Refusal {
  const subject = chooseNew(state, request.what, request.system);
  if ('refused' in subject) return subject;
  const texts = new Map<string, { before: string | undefined; after: string }>();
  const write = (path: string, after: string): void => {
    const known = texts.get(path);
    texts.set(path, { before: known ? known.before : state.texts.get(path)?.text, after });
    workspace.setText(path, { text: after, damaged: false });
  };
  const listed = new Map(sizes);
  const apply = (now: WorkspaceState, { create, edits }: Change): WorkspaceState => {
    for (const { path, text } of create) listed.set(path, text.length);
    workspace.setFiles(listed);
    for (const { path, text } of create) write(path, text);
    for (const path of new Set(edits.map((edit) => edit.path))) {
      const own = edits.filter((edit) => edit.path === path);
      write(path, applyEdits(now.texts.get(path)?.text ?? '', own));
    }
    return finish(workspace.read());
  };
  let now = state;
  let made: Made | undefined;
  // An entry whose register is not there yet needs two steps: the register, then the entry.
  for (let step = 0; step < 2 && !made; step++) {
    const change = planAction(now, `new ${subject.choice}`);
    if ('refused' in change) return change;
    const damaged = change.edits.find(({ path }) => state.texts.get(path)?.damaged);
    if (damaged) return { refused: `Some bytes of ${damaged.path} are not valid text. Save it as UTF-8 first.` };
    const before = now;
    now = apply(now, change);
    made = find(before, now, subject, change);
  }
  if (!made) {
    const path = [...texts.keys()].find((each) => !now.view.document(each));
    return {
      refused:
        path === undefined
          ? 'The new entry could not be read again.'
          : `aims.yaml leaves out ${path}, so what is made there would not be read.`,
    };
  }
  const values = wantedValues(now, made, request);
  if ('refused' in values) return values;
  for (const { definition, values: own } of values) {
    const edit = fillField(now, made.row, definition, own);
    if (!edit)
      return { refused: `${made.document.path} has no place for "${definition.name}". Write it there by hand.` };
    now = apply(now, { edits: [edit], create: [], open: undefined });
    made = again(now, made);
    if (!made) return { refused: `"${definition.name}" cannot be written into ${edit.path}.` };
  }
  const { path, span } = now.locate(made.row.definition ? onRow(made.row) : onFile(made.document.path));
  const line = (now.texts.get(path)?.lines.positionAt(span.start).line ?? 0) + 1;
  const title = subject.title.charAt(0).toUpperCase() + subject.title.slice(1);
  const rivals = made.index < 0 && made.document.kind.oneOf ? state.view.documentsOf(made.document.kind.kind) : [];
  return {
    texts,
    path,
    line,
    id: made.row.id || made.document.id,
    title,
    ...leftToFill(made),
    rivals: rivals.map((document) => document.path),
  };
}

interface Made {
  readonly document: DocumentRecord;
  readonly row: Row;
  /** Index among the rows of the document; -1 for the document itself. */
  readonly index: number;
}

function find(before: WorkspaceState, now: WorkspaceState, subject: NewSubject, change: Change): Made | undefined {
  const path = change.create[0]?.path ?? change.edits[0]?.path ?? '';
  const document = now.view.document(path);
  if (!document) return undefined;
  const isDocument =
    subject.entity === undefined || (change.create.length > 0 && document.kind.single === subject.entity);
  if (isDocument) return { document, row: document.metadata, index: -1 };
  const known = new Set(before.view.document(path)?.rows.map((row) => row.id));
  const index = document.rows.findIndex((row) => row.entity === subject.entity && !known.has(row.id));
  const row = document.rows[index];
  return row && { document, row, index };
}

function again(now: WorkspaceState, { document: { path }, index }: Made): Made | undefined {
  const document = now.view.document(path);
  const row = index < 0 ? document?.metadata : document?.rows[index];
  return document && row && { document, row, index };
}

function fieldsOf({ document, row }: Made): readonly FieldDefinition[] {
  return row.definition?.fields ?? document.kind.metadata;
}

function wantedValues(
  state: WorkspaceState,
  made: Made,
  { system, fields }: NewRequest,
): readonly FieldValues[] | Refusal {
  const values = readValues(state, fieldsOf(made), fields);
  if ('refused' in values || system === undefined || made.document.kind.single === 'assessment') return values;
  const id = knownSystem(state, system);
  if (typeof id !== 'string') return id;
  const definition = fieldsOf(made).find(({ name }) => name === 'systems');
  if (!definition) return { refused: 'What is made here names no AI system; leave out --system.' };
  if (values.some((each) => each.definition === definition))
    return { refused: 'The AI system is named twice: with --system and with --set systems.' };
  return [...values, { definition, values: [id] }];
}

/** Placeholders and what is always needed; then the rest that is empty. */
function leftToFill(made: Made): Pick<MadeNew, 'needed' | 'open'> {
  const { document, row, index } = made;
  const needed: string[] = [];
  const open: string[] = [];
  for (const definition of fieldsOf(made)) {
    const state = row.fields.get(definition.name)?.state;
    if (state === 'placeholder' || (state !== 'filled' && definition.requiredFrom === 'draft'))
      needed.push(definition.name);
    else if (state === 'empty') open.push(definition.name);
  }
  if (index >= 0) return { needed, open };
  const sections = document.sections.filter(({ expected, content }) => expected !== undefined && content !== 'filled');
  const listed = document.rows.filter((each) => [...each.fields.values()].some(({ state }) => state === 'placeholder'));
  needed.push(...sections.map(({ title }) => `section "${title}"`));
  if (listed.length > 0) needed.push(`${listed.length} ${listed.length === 1 ? 'entry' : 'entries'} of its list`);
  return { needed, open };
}
