import templates from 'gen/templates';
import type { WorkspaceState } from '../../workspace/snapshot';
import type { Change, Refusal } from '../change';
import { firstPlaceholder } from './create-document';
import { fillTemplate } from './fill-template';
import { freeId } from './free-id';
import { fileName, newPath } from './new-path';

/** The evidence document of a control from its template. It names the control itself; the row's evidence stays the user's. */
export function createEvidence(state: WorkspaceState, control: string): Change | Refusal {
  const { view } = state;
  const template = templates[`controls/${control}.md`];
  const known = view.catalogue.controls.get(control);
  if (template === undefined || !known) return { refused: `There is no template for ${control}.` };
  const name = /^kind:[ \t]*(\S+)/m.exec(template)?.[1] ?? 'record';
  const kind = view.kinds.find((each) => each.kind === name);
  if (!kind) return { refused: `There is no template for ${control}.` };
  const path = newPath(view, kind, fileName(`${control}-${known.title.toLowerCase()}`), '.md');
  const text = fillTemplate(
    template,
    { id: freeId(view, kind.kind), organization: view.configuration.organization },
    undefined,
  );
  return { edits: [], create: [{ path, text }], open: { path, offset: firstPlaceholder(text) } };
}
