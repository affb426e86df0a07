import type { DocumentRecord, Row } from '../../kinds/record';
import { isInScope } from '../../workspace/assessment-state';
import { listed, rowsNamed } from '../../workspace/document-rows';
import { isActive } from '../../workspace/named-systems';
import { valueOf, valuesOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { documentName, rowName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

export default defineRule({
  id: 'scope/system-mismatch',
  scope: 'document',
  kinds: ['aims-scope'],
  looksAround: true,
  severity: 'warning',
  references: ['4.3'],
  messages: {
    missing:
      '{scope} names AI systems, but not {systems}, which the inventory has as in scope. Add it, or say that the inventory is the list (clause 4.3).',
    left: '{scope} covers {system}, but the inventory leaves that system out of the scope. Make the two agree (clause 4.3).',
    retired:
      '{scope} covers {system}, but the inventory says that the system is retired. Take it out of the scope (clause 4.3).',
  },
  *check(document, view) {
    if (view.incompleteWith('system') || saysAll(document)) return;
    const listedSystems = rowsNamed(view, document.metadata, 'systems');
    const named = new Set([...listedSystems, ...mentioned(document, view)]);
    const field = document.metadata.fields.has('systems') ? 'systems' : 'kind';
    const at = onField(document.metadata, field);
    const scope = documentName(document);
    for (const system of listedSystems) {
      const retired = valueOf(system, 'lifecycle') === 'retired';
      if (retired || !isInScope(system))
        yield { at, message: retired ? 'retired' : 'left', data: { scope, system: rowName(system) } };
    }
    if (named.size < 2 || refersToInventory(document, view)) return;
    const missing = view.systems.filter((system) => isActive(system) && !named.has(system));
    if (missing.length > 0) yield { at, message: 'missing', data: { scope, systems: listed(missing.map(rowName)) } };
  },
});

function saysAll(document: DocumentRecord): boolean {
  return valuesOf(document.metadata, 'systems').some((value) => /^all$/i.test(value));
}

/** The systems whose ids stand in the text, outside of what the scope leaves out. */
function mentioned(document: DocumentRecord, view: WorkspaceView): Row[] {
  const left = document.sections.filter((section) => section.expected === 'exclusions');
  const inside = document.mentions.filter(
    ({ block }) => !left.some((section) => block >= section.block && block < section.endBlock),
  );
  return inside
    .flatMap(({ value }) => view.names.byId(value))
    .filter((named) => named.entity === 'system')
    .map((named) => named.row);
}

/** True where the text says that the inventory is the list of systems. */
function refersToInventory(document: DocumentRecord, view: WorkspaceView): boolean {
  if (document.phrases.has('inventory-as-list')) return true;
  const inventories = view.documentsOf('ai-system-inventory');
  return (
    document.links.some(({ value }) => {
      const found = view.resolveLink(document.path, value);
      return found.type === 'file' && found.document !== undefined && inventories.includes(found.document);
    }) ||
    document.mentions.some(({ value }) =>
      view.names
        .byId(value)
        .some((named) => inventories.includes(named.document) && named.row === named.document.metadata),
    )
  );
}
