import { onlyControlFramework } from '../configuration/configuration';
import { readControlId } from '../kinds/control-id';
import type { DocumentRecord, FieldValue, Item, Place, Row } from '../kinds/record';
import type { Place as FindingPlace } from './finding';
import { isoSecurityEdition } from './foreign-numbering';
import { filledText, foldId } from './names';
import { onField } from './places';
import { idPrefix, type Resolution } from './resolve';
import type { WorkspaceView } from './workspace-view';

/** One thing that a field refers to, and where it leads. */
export interface FieldReference {
  readonly row: Row;
  readonly field: FieldValue;
  readonly item: Item;
  readonly resolution: Resolution;
  /** True in YAML and front matter; false in a table, a CSV cell and a labelled line, where people also write words. */
  readonly canonical: boolean;
}

/** Everything the fields of a document refer to, except controls and clauses. */
export function fieldReferences(document: DocumentRecord, view: WorkspaceView): readonly FieldReference[] {
  return view.rememberOf(fieldReferences, document, () => findReferences(document, view));
}

function findReferences(document: DocumentRecord, view: WorkspaceView): readonly FieldReference[] {
  const found: FieldReference[] = [];
  for (const { row, field } of filledFields(document)) {
    const targets = field.definition.refersTo;
    if (!targets || targets.length === 0 || targets.includes('control') || targets.includes('clause')) continue;
    const canonical = isCanonical(document, row, field);
    for (const item of field.items) {
      if (item.value === '' || /\{\{|\{%/.test(item.value)) continue;
      found.push({ row, field, item, resolution: view.resolve(document.path, item, field.definition), canonical });
    }
  }
  return found;
}

/** A link outside the fields that refer to something, and where it leads. */
export interface LinkReference extends Place {
  readonly resolution: Resolution;
}

/** Where the links of a document lead that stand outside the fields that refer to something. */
export function linkReferences(document: DocumentRecord, view: WorkspaceView): readonly LinkReference[] {
  return view.rememberOf(linkReferences, document, () => followLinks(document, view, () => true));
}

/** Something in a field or a link that does not simply lead to a file or a place in it. */
export interface ReferenceAstray {
  readonly at: FindingPlace;
  /** The address, or the words that stand for one. */
  readonly written: string;
  readonly resolution: Resolution;
}

/**
 * What leads out of the root or to no file, to no place or to several in a file, or to a name in other case: what rules
 * find fault with. Most documents have nothing of it.
 */
export function referencesAstray(document: DocumentRecord, view: WorkspaceView): readonly ReferenceAstray[] {
  return view.rememberOf(referencesAstray, document, () => [
    ...fieldReferences(document, view)
      .filter(({ resolution }) => isAstray(resolution))
      .map(({ row, field, item, resolution }) => ({
        at: onField(row, field.definition.name, item),
        written: item.link ?? item.text,
        resolution,
      })),
    ...followLinks(document, view, isAstray).map(({ value, block, fact, resolution }) => ({
      at: { on: 'fact' as const, path: document.path, block, fact },
      written: value,
      resolution,
    })),
  ]);
}

function isAstray(resolution: Resolution): boolean {
  if (resolution.type !== 'file') return resolution.type === 'unresolved' || resolution.type === 'outside';
  return resolution.anchor === 'missing' || resolution.otherCase || resolution.headings.length > 1;
}

function followLinks(
  document: DocumentRecord,
  view: WorkspaceView,
  isWanted: (resolution: Resolution) => boolean,
): readonly LinkReference[] {
  const found: LinkReference[] = [];
  if (document.links.length === 0) return found;
  const follow = view.linksFrom(document.path);
  const inFields = new Set<string>();
  for (const { row, field } of filledFields(document)) {
    if (!field.definition.refersTo) continue;
    for (const { at, link } of field.items) if (link !== undefined) inFields.add(`${row.block + at.block}:${at.fact}`);
  }
  for (const { value, block, fact } of document.links) {
    if (value === '' || /\{\{|\{%/.test(value) || (inFields.size > 0 && inFields.has(`${block}:${fact}`))) continue;
    const resolution = follow(value);
    if (isWanted(resolution)) found.push({ value, block, fact, resolution });
  }
  return found;
}

/** The filled fields of a document and its rows; rows that nobody has filled in say nothing. */
export function filledFields(document: DocumentRecord): DocumentRecord['filled'] {
  return document.filled;
}

/** True where a field stands in YAML or front matter. */
export function isCanonical(document: DocumentRecord, row: Row, field: FieldValue): boolean {
  if (document.language !== 'markdown') return document.language === 'yaml';
  return row === document.metadata && field.at.block < (document.sections[0]?.block ?? Number.POSITIVE_INFINITY);
}

/** True where an id is shaped like one that exists in the root: `R-99` where there is an `R-4`. */
export function looksKnown(view: WorkspaceView, id: string): boolean {
  const prefix = idPrefix(id);
  for (const named of view.names.all()) if (/\d/.test(named.id) && idPrefix(named.id) === prefix) return true;
  return false;
}

/** True for words that are certainly meant as a file: they end like one, or start like a path. */
export function isMeantAsPath(written: string): boolean {
  if (/[\s*<>|]/.test(written)) return false;
  const path = written.replace(/#.*$/, '');
  if (/^\.{1,2}\//.test(path)) return true;
  if (path.includes('/')) return /\.[a-z][a-z0-9]{1,5}$/i.test(path);
  return /\.(?:md|markdown|ya?ml|csv|pdf|docx?|xlsx?|pptx?|txt|json|html?|png|jpe?g|svg|od[ts]|ipynb)$/i.test(path);
}

const AI_KINDS = /^(?:ai-|aims-|risk-|model-|dataset-|supplier-)/;

/** The framework that a control id in a field belongs to; `undecided` where nothing says it. */
export function controlFramework(document: DocumentRecord, view: WorkspaceView, item: Item): string {
  const explicit = readControlId(item.text).framework;
  if (explicit) return explicit;
  const declared = /\b(42001|27001)\b/.exec(filledText(document.metadata, 'framework'));
  if (declared) return `iso-${declared[1]}`;
  if (document.recognised !== 'shape' && AI_KINDS.test(document.kind.kind)) return 'iso-42001';
  const { frameworks } = view.configuration;
  const only = onlyControlFramework(view.configuration);
  if (only) return only;
  // A guess about the kind does not decide the framework as well: registers of other standards look the same.
  return document.recognised === 'shape' || frameworks.some((framework) => /^iso-/.test(framework))
    ? 'undecided'
    : 'iso-42001';
}

/** Live documents that name the control of a decision, and do not mean the one of the same number in another standard. */
export function documentsNaming(view: WorkspaceView, decision: Row): readonly DocumentRecord[] {
  return view.documentsServing('controls', decision.id).filter((document) => {
    const items = document.metadata.fields.get('controls')?.items ?? [];
    return items.some((item) => foldId(item.value) === foldId(decision.id) && means(view, document, item, decision));
  });
}

function means(view: WorkspaceView, document: DocumentRecord, item: Item, decision: Row): boolean {
  const framework = controlFramework(document, view, item);
  const { frameworks } = view.configuration;
  if (framework === 'undecided') return !frameworks.includes('iso-27001') || isoSecurityEdition(decision.id) !== '2022';
  return !/^iso-/.test(decision.framework) || framework === decision.framework;
}

/** The ids of controls that the organisation has decided on itself. */
export function ownControls(view: WorkspaceView): ReadonlySet<string> {
  return view.remember(ownControls, () => new Set(view.rows('control-decision').map((row) => foldId(row.id))));
}
