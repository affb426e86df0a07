import type { Target } from '../../kinds/kind';
import { filledText, valueOf } from '../../workspace/names';
import type { WorkspaceState } from '../../workspace/snapshot';
import { type Candidate, candidateOf } from './entry';

/** The controls of Annex A in their order. */
export function controlCandidates(state: WorkspaceState): readonly Candidate[] {
  return state.remember(controlCandidates, () =>
    [...state.view.catalogue.controls.values()].map(({ id, title }) =>
      candidateOf('control', id, title, { words: title, topic: `control ${id}` }),
    ),
  );
}

/** The groups of Annex A; they may be named in prose and are no controls. */
export function groupCandidates(state: WorkspaceState): readonly Candidate[] {
  const { groups } = state.view.catalogue;
  const group = (id: string, title: string) =>
    candidateOf('control', id, `Group: ${title}`, { words: title, rank: 7, topic: `group ${id}` });
  return groups.flatMap(({ id, title, subgroups }) => [
    group(id, title),
    ...(subgroups ?? []).map((inner) => group(inner.id, inner.title)),
  ]);
}

/** The clauses of the standard in their order. */
export function clauseCandidates(state: WorkspaceState): readonly Candidate[] {
  return [...state.view.catalogue.clauses.values()].map(({ number, title }) =>
    candidateOf('clause', number, title, { words: title, topic: `clause ${number}` }),
  );
}

/** Rows and documents with an id, by what they are. */
export function namedCandidates(state: WorkspaceState, targets: readonly Target[] | 'all'): readonly Candidate[] {
  return state.remember(`named ${targets === 'all' ? 'all' : targets.join(' ')}`, () => {
    const found: Candidate[] = [];
    for (const { id, entity, name, document, row } of state.view.names.all()) {
      const own = row === document.metadata;
      if (targets !== 'all' && !targets.includes(entity) && !(own && targets.includes('document'))) continue;
      // A document without an id of its own is named by its path, which paths offer.
      if (own && filledText(row, 'id') === '') continue;
      const over =
        own && entity === 'document'
          ? document.status === 'retired'
          : /^(?:retired|closed|cancelled)$/.test(valueOf(row, 'lifecycle') || valueOf(row, 'status'));
      found.push(
        candidateOf('reference', id, name === id ? '' : name, {
          words: name,
          rank: over ? 6 : 5,
          topic: `named ${id}`,
        }),
      );
    }
    return found;
  });
}

/** Everything with an id, for prose. */
export function allNamedCandidates(state: WorkspaceState): readonly Candidate[] {
  return namedCandidates(state, 'all');
}
