import templates from 'gen/templates';
import type { KindDefinition } from '../../kinds/kind';
import type { WorkspaceState } from '../../workspace/snapshot';
import type { Change, Refusal } from '../change';
import { controlRows } from './control-rows';
import { fillTemplate, type Variables } from './fill-template';
import { freeId } from './free-id';
import { fileName, newPath } from './new-path';

/** The template of a kind: its ending and text. */
export function kindTemplate(kind: string): { ending: string; text: string } | undefined {
  for (const ending of ['.yaml', '.md']) {
    const text = templates[`kinds/${kind}${ending}`];
    if (text !== undefined) return { ending, text };
  }
  return undefined;
}

/** A new document of a kind from its template. */
export function createDocument(state: WorkspaceState, kind: KindDefinition): Change | Refusal {
  const template = kindTemplate(kind.kind);
  if (!template) return { refused: `There is no template for: ${kind.title}.` };
  const { view } = state;
  const path = newPath(
    view,
    kind,
    kind.single || kind.kind === 'record' ? freeId(view, kind.single ?? kind.kind) : fileName(kind.kind),
    template.ending,
  );
  const variables: Variables = {
    id: freeId(view, kind.single ?? kind.kind),
    title: kind.title,
    organization: view.configuration.organization,
    ...(kind.kind === 'record' || kind.kind === 'change-record' ? { date: view.today } : {}),
  };
  let text = fillTemplate(template.text, variables, undefined);
  if (kind.kind === 'statement-of-applicability') text = withFramework(text) + controlRows(view.catalogue);
  return { edits: [], create: [{ path, text }], open: { path, offset: firstPlaceholder(text) } };
}

/** A new statement says which framework it is about, and its rows take the place of the empty list. */
function withFramework(text: string): string {
  const listed = text.replace(/^controls:.*\n?/m, '').trimEnd();
  return `${listed}${/^framework:/m.test(listed) ? '' : '\nframework: iso-42001'}\ncontrols:\n`;
}

/** Where somebody has to write first. */
export function firstPlaceholder(text: string): number {
  const at = text.search(/\{\{/);
  return at < 0 ? 0 : at;
}
