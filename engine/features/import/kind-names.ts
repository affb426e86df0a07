import type { Entity, KindDefinition, RowDefinition } from '../../kinds/kind';
import { normalName } from '../../kinds/normal-name';
import { kinds } from '../../kinds/registry';

/** What somebody named: entries of one sort, and the kind of document that holds them. */
export interface NamedRows {
  readonly entity: Entity;
  readonly kind: KindDefinition;
  /** The rows of the kind; undefined where every document of it is one entry. */
  readonly definition: RowDefinition | undefined;
}

/** Words people use beside ids, titles and list names. */
const MORE: Readonly<Record<string, string>> = {
  soa: 'statement-of-applicability',
  inventory: 'ai-system-inventory',
  treatments: 'risk-treatment-plan',
  'treatment plan': 'risk-treatment-plan',
  competence: 'competence-register',
  roles: 'roles',
  'impact assessments': 'ai-impact-assessment',
  assessment: 'ai-impact-assessment',
  assessments: 'ai-impact-assessment',
  audits: 'audit-programme',
  findings: 'audit-report',
};

/** The entries a name means: the id of a kind, its title, what its list or one entry is called, one or many. */
export function findRows(name: string): NamedRows | undefined {
  const asked = normalName(name);
  if (asked === '') return undefined;
  const withRows = kinds.flatMap((kind) => kind.rows.map((definition) => ({ kind, definition })));
  const direct = MORE[name.trim().toLowerCase().replace(/[-_]+/g, ' ')];
  const same = (word: string): boolean => {
    const own = normalName(word);
    return (
      own === asked ||
      `${own}s` === asked ||
      own === `${asked}s` ||
      (/y$/.test(own) && own.replace(/y$/, 'ies') === asked)
    );
  };
  const byKind = withRows.find(({ kind }) => kind.kind === direct || normalName(kind.kind) === asked);
  const byWord =
    byKind ??
    withRows.find(({ kind, definition }) => [kind.kind, kind.title, definition.list].some(same)) ??
    withRows.find(({ definition }) =>
      [definition.entity, definition.title, ...(definition.listSynonyms ?? [])].some(same),
    );
  if (byWord) return { entity: byWord.definition.entity, kind: byWord.kind, definition: byWord.definition };
  const single = kinds.find(
    (kind) => kind.single && (kind.kind === direct || [kind.kind, kind.title, kind.single].some(same)),
  );
  return single?.single && { entity: single.single, kind: single, definition: undefined };
}

/** The names to offer where one is not understood: every list, sorted. */
export function rowNames(): string[] {
  const lists = kinds.flatMap((kind) => kind.rows.map(({ list }) => (list === 'controls' ? 'soa' : list)));
  return [...new Set(lists)].sort();
}
