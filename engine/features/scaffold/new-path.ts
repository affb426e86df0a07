import type { KindDefinition } from '../../kinds/kind';
import { folderOf } from '../../workspace/paths';
import type { WorkspaceView } from '../../workspace/workspace-view';

/** Folders for kinds that the root has none of yet. */
const FOLDERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:ai-policy|policy)$/, 'policies'],
  [/^procedure$/, 'procedures'],
  [/^(?:ai-impact-assessment)$/, 'assessments'],
  [/^(?:risk-)/, 'risk'],
  [/^(?:ai-system|ai-system-inventory|model-register|dataset-register|resource-register)$/, 'systems'],
  [/^(?:audit-|management-review)/, 'audit'],
  [/^(?:improvement-log|nonconformity|nonconformity-register)$/, 'improvement'],
  [/^(?:supplier-register|customer-commitments)$/, 'partners'],
  [/^(?:monitoring-|event-log-plan|ai-incident-log|incident|concern-log|change-record)/, 'operation'],
  [/^(?:roles|resource-plan|competence-register|awareness-plan|communication-plan|objectives)$/, 'organisation'],
  [/^(?:aims-scope|context|interested-parties|aims-processes|legal-register)$/, 'context'],
  [/^(?:document-register|external-documents)$/, 'documents'],
  [/^record$/, 'records'],
];

/** A free path for a new document: beside its own kind, else in the usual folder. */
export function newPath(
  view: { readonly documents: WorkspaceView['documents']; readonly paths: { has(path: string): boolean } },
  kind: KindDefinition,
  name: string,
  ending: string,
): string {
  const sibling = view.documents.find((document) => document.kind === kind && document.status !== 'template');
  const folder = sibling ? folderOf(sibling.path) : (FOLDERS.find(([pattern]) => pattern.test(kind.kind))?.[1] ?? '');
  const base = fileName(name);
  for (let number = 1; ; number++) {
    const path = `${folder === '' ? '' : `${folder}/`}${base}${number === 1 ? '' : `-${number}`}${ending}`;
    if (!view.paths.has(path)) return path;
  }
}

/** A name as a file name: letters and digits of any script, joined by hyphens. */
export function fileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80);
  return plain === '' ? 'document' : plain;
}
