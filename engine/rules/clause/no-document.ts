import type { Clause } from '../../catalogue/types';
import { isLive } from '../../workspace/document-status';
import { enumerate } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

/** Documents without which nobody can say what the management system is. */
const CORE = ['4.3', '5.2', '6.1.3', '6.2'];

export default defineRule({
  id: 'clause/no-document',
  scope: 'workspace',
  reads: 'all',
  severity: 'warning',
  references: ['7.5.1'],
  messages: {
    required:
      'No "{document}" was found. ISO/IEC 42001 asks for it in {clauses}. Create it, or say in the document that already holds it what kind it is.',
    expected:
      'No "{document}" was found. It is usually expected for {clauses}. Create it, or say in the document that already holds it what kind it is.',
  },
  *check(view) {
    if (!view.configuration.present) return;
    const open = new Map<string, { readonly kinds: readonly string[]; readonly clauses: Clause[] }>();
    for (const clause of view.catalogue.clauses.values()) {
      if (clause.heading_only || clause.required === undefined || clause.required === 'no') continue;
      const kinds = wanted(clause);
      const [first] = kinds;
      if (first === undefined || isThere(view, clause, kinds)) continue;
      const known = open.get(first);
      if (known) known.clauses.push(clause);
      else open.set(first, { kinds, clauses: [clause] });
    }
    for (const [first, { clauses }] of open) {
      const [main] = clauses;
      if (!main) continue;
      const core = clauses.some(({ number }) => CORE.includes(number));
      const required = clauses.filter((clause) => clause.required === 'yes' && clause.verified !== false);
      const named = required.length > 0 ? required : clauses;
      const data = {
        document: view.kinds.find(({ kind }) => kind === first)?.title ?? first,
        clauses: `${named.length > 1 ? 'clauses' : 'clause'} ${enumerate(named.map(({ number }) => number))}`,
      };
      const references = named.map(({ number }) => number);
      const at = { on: 'configuration' as const, keys: ['clauses', main.number] };
      yield {
        at,
        message: required.length > 0 ? 'required' : 'expected',
        data,
        references,
        severity: core && required.length > 0 ? 'error' : 'warning',
      };
    }
  },
});

/** The kinds of which one has to be there. The Statement of Applicability cannot be stood in for by a plan. */
function wanted(clause: Clause): readonly string[] {
  const kinds = clause.kinds ?? [];
  return clause.number === '6.1.3' ? kinds.filter((kind) => kind === 'statement-of-applicability') : kinds;
}

function isThere(view: WorkspaceView, clause: Clause, kinds: readonly string[]): boolean {
  const written = view.documentsOf(...kinds).filter(({ path }) => view.sizeOf(path) !== 0);
  if (written.length > 0 || view.incompleteOf(...kinds)) return true;
  // A register or record that names one of the core clauses rests on the document; it does not stand in for it.
  const core = CORE.includes(clause.number);
  const serving = view
    .documentsServing('clauses', clause.number)
    .filter((document) => isLive(document) && (!core || document.kind.class === 'governing'));
  if (clause.number !== '6.1.3' && serving.length > 0) return true;
  // One document may hold several things: its rows count, whatever it calls itself.
  return view.kinds.some((kind) => {
    const entity = kinds.includes(kind.kind) ? (kind.single ?? kind.rows[0]?.entity) : undefined;
    return entity !== undefined && view.rows(entity).length > 0;
  });
}
