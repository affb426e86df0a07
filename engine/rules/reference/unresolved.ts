import type { Target } from '../../kinds/kind';
import type { DocumentRecord, Item } from '../../kinds/record';
import { looksLikeId } from '../../kinds/tokens';
import type { Report } from '../../workspace/finding';
import { matchesHolder, roleHolders } from '../../workspace/holders';
import { filledText, foldId } from '../../workspace/names';
import { nearestId } from '../../workspace/nearest';
import { onField } from '../../workspace/places';
import {
  controlFramework,
  type FieldReference,
  fieldReferences,
  filledFields,
  isCanonical,
  isMeantAsPath,
  looksKnown,
  ownControls,
} from '../../workspace/references';
import { enumerate, fieldWords, rowName, shorten } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

/** References that a more specific rule reports with better words. */
const SAID_ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  risk: ['systems'],
  assessment: ['systems'],
  system: ['models'],
};

/** What is kept in a register that not everybody has: without one a name may well be meant. */
const OPTIONAL_REGISTERS: Readonly<Partial<Record<Target, string>>> = {
  model: 'model-register',
  dataset: 'dataset-register',
  supplier: 'supplier-register',
};

export default defineRule({
  id: 'reference/unresolved',
  scope: 'document',
  rowByRow: true,
  severity: 'error',
  references: ['7.5.3'],
  looksAround: true,
  messages: {
    id: '"{text}" ({label} of {row}) leads nowhere: nothing in this management system has that id. Correct the id, or add what it names.',
    near: '"{text}" ({label} of {row}) leads nowhere. Did you mean {near}?',
    register:
      '"{text}" ({label} of {row}) leads nowhere: there is no register that lists it. Set up a {register}, or write the name in words.',
    path: '"{text}" ({label} of {row}) leads to a file that is not there. Correct the path, or add the file.',
    pathNear: '"{text}" ({label} of {row}) leads to a file that is not there. There is {near}.',
    control: '"{text}" ({label} of {row}) is no control of Annex A and none of your own. Did you mean {near}?',
    group: '"{text}" ({label} of {row}) is a group of controls. Name the controls that are meant: {near}.',
    clause: '"{text}" ({label} of {row}) is no clause of the standard. Did you mean {near}?',
    owner:
      '"{text}" is the owner of {row}, but nobody of that name or role stands in the roles. Correct it, or add the role.',
  },
  *check(document, view) {
    for (const reference of fieldReferences(document, view)) {
      const { row, field } = reference;
      const { name } = field.definition;
      if (name === 'evidence' || SAID_ELSEWHERE[row.entity]?.includes(name)) continue;
      const report = judge(reference, view);
      if (report) yield report;
    }
    yield* catalogueReferences(document, view);
    yield* owners(document, view);
  },
});

function judge(reference: FieldReference, view: WorkspaceView): Report | undefined {
  const { row, field, item, resolution, canonical } = reference;
  const { definition } = field;
  const targets = definition.refersTo ?? [];
  const at = onField(row, definition.name, item);
  const data = fieldWords(row, definition, item.text);
  const severity = canonical ? ('error' as const) : ('warning' as const);
  if (resolution.type === 'unresolved' && resolution.as === 'path') {
    const written = item.link ?? item.value;
    // Backticks and bare words also hold other things than paths; a link never does.
    const link = item.link !== undefined && item.link !== item.text;
    if (!link && !isMeantAsPath(written)) return undefined;
    const name =
      written
        .replace(/[?#].*$/, '')
        .split(/[\\/]/)
        .pop() ?? '';
    const near = [...view.paths.named(name)][0] ?? '';
    return {
      at,
      message: near === '' ? 'path' : 'pathNear',
      data: { ...data, text: shorten(written), near },
      severity,
    };
  }
  const words = resolution.type === 'text' && canonical && !targets.includes('path') && !targets.includes('document');
  if (!(resolution.type === 'unresolved' || words) || isVersion(item)) return undefined;
  if (!canonical && !looksKnown(view, item.value)) return undefined;
  if (
    targets.some(
      (target) => target !== 'path' && target !== 'document' && view.incompleteWith(target as never) !== undefined,
    )
  )
    return undefined;
  if (targets.some((target) => target === 'path' || target === 'document') && view.incomplete) return undefined;
  const optional = targets.map((target) => OPTIONAL_REGISTERS[target]).find((kind) => kind !== undefined);
  if (optional !== undefined && view.documentsOf(optional).length === 0) {
    if (words) return undefined;
    return { at, message: 'register', data: { ...data, register: optional.replace('-', ' ') }, severity: 'warning' };
  }
  // The register of documents may list what is kept elsewhere.
  if (row.entity === 'document-entry' && /:\/\//.test(filledText(row, 'location'))) return undefined;
  const ids = [...view.names.all()].filter(
    (named) => targets.includes(named.entity) || targets.includes('document') || targets.includes('path'),
  );
  const near = nearestId(
    item.value,
    ids.filter((named) => looksLikeId(named.id)).map((named) => named.id),
  );
  return {
    at,
    message: near === '' ? 'id' : 'near',
    data: { ...data, near },
    severity: row.entity === 'document-entry' ? 'warning' : severity,
  };
}

/** `M-2 v2.0` is cut at the space: what is left over is a version and no id. */
function isVersion(item: Item): boolean {
  return /^v?\d+(?:\.\d+)*$/i.test(item.value);
}

/** Controls and clauses that do not exist. Ids of other frameworks are not ours to judge. */
function* catalogueReferences(document: DocumentRecord, view: WorkspaceView): Generator<Report, void, void> {
  for (const { row, field } of filledFields(document)) {
    const { definition } = field;
    const targets = definition.refersTo ?? [];
    // Which control a row of the Statement of Applicability is about has a rule of its own.
    const identity = row.entity === 'control-decision' && definition.name === 'id';
    if (identity || !(targets.includes('control') || targets.includes('clause'))) continue;
    const severity = isCanonical(document, row, field) ? ('error' as const) : ('warning' as const);
    for (const item of field.items) {
      const say = (message: string, near: string) => ({
        at: onField(row, definition.name, item),
        message,
        data: { ...fieldWords(row, definition, item.text), near },
      });
      if (targets.includes('clause')) {
        const near = wrongClause(item, document, view);
        if (near !== '') yield { ...say('clause', near), severity };
        continue;
      }
      if (!/^A\.\d/.test(item.value) || view.catalogue.controls.has(item.value)) continue;
      if (ownControls(view).has(foldId(item.value)) || !isHome(controlFramework(document, view, item), item.value))
        continue;
      const members = [...view.catalogue.controls.keys()].filter((id) => id.startsWith(`${item.value}.`));
      if (members.length > 0) yield { ...say('group', enumerate(members.slice(0, 4))), severity: 'warning' };
      else yield { ...say('control', nearestControl(item.value, view)), severity };
    }
  }
}

/** Where nothing says the framework, only numbers that no other Annex A has are certainly meant as ours. */
function isHome(framework: string, id: string): boolean {
  if (framework === 'iso-42001') return true;
  return framework === 'undecided' && /^A\.\d+\.\d+\.\d+$/.test(id) && Number(id.split('.')[1]) <= 10;
}

function nearestControl(id: string, view: WorkspaceView): string {
  const known = [...view.catalogue.controls.keys()];
  const group = id.slice(0, id.lastIndexOf('.'));
  return (
    nearestId(
      id,
      known.filter((other) => other.startsWith(`${group}.`)),
    ) ||
    nearestId(id, known) ||
    (known.find((other) => other.startsWith(`${group}.`)) ?? known[0] ?? '')
  );
}

/** The clause that a wrong one probably means; empty where the number is one, or is not ours. */
function wrongClause(item: Item, document: DocumentRecord, view: WorkspaceView): string {
  const framework = filledText(document.metadata, 'framework');
  if (!/^\d+(?:\.\d+)*$/.test(item.value) || view.catalogue.clauses.has(item.value)) return '';
  if (/\b(?:27001|27701|9001|23894|42005|22989|NIST|GDPR|AI Act|Art(?:icle)?s?)\b/i.test(`${item.text} ${framework}`))
    return '';
  const parts = item.value.split('.');
  while (parts.length > 1) {
    parts.pop();
    if (view.catalogue.clauses.has(parts.join('.'))) return parts.join('.');
  }
  return nearestId(item.value, view.catalogue.clauses.keys()) || '4.1';
}

/** Owners that stand nowhere in the roles, each once per document. */
function* owners(document: DocumentRecord, view: WorkspaceView): Generator<Report, void, void> {
  const holders = roleHolders(view);
  if (holders.length === 0 || document.kind.kind === 'roles') return;
  const seen = new Set<string>();
  for (const { row, field } of filledFields(document)) {
    if (field.definition.name !== 'owner' || seen.has(foldId(field.text)) || matchesHolder(field.text, holders))
      continue;
    seen.add(foldId(field.text));
    yield {
      at: onField(row, 'owner'),
      message: 'owner',
      data: { text: shorten(field.text), row: rowName(row) },
      severity: 'information',
    };
  }
}
