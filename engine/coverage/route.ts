/** A phase of the way to a management system that stands: what is done in it, by clauses and control groups. */
export interface Phase {
  readonly id: 'gap' | 'policy' | 'risk-and-impact' | 'controls' | 'audit';
  readonly title: string;
  /** Clause numbers, or beginnings of them. */
  readonly clauses: readonly string[];
  /** Groups of controls. */
  readonly groups: readonly string[];
}

/** The five phases in their order. It is our way of working, not the standard's. */
export const ROUTE: readonly Phase[] = [
  { id: 'gap', title: 'Know where you stand', clauses: ['4'], groups: [] },
  { id: 'policy', title: 'Policy, roles and objectives', clauses: ['5', '6.2'], groups: ['A.2', 'A.3'] },
  { id: 'risk-and-impact', title: 'Risk and impact', clauses: ['6.1', '8.2', '8.3', '8.4'], groups: ['A.5'] },
  {
    id: 'controls',
    title: 'Controls and support',
    clauses: ['6.3', '7', '8.1'],
    groups: ['A.4', 'A.6', 'A.7', 'A.8', 'A.9', 'A.10'],
  },
  { id: 'audit', title: 'Audit, review and improvement', clauses: ['9', '10'], groups: [] },
];

/** The phase of a clause; the longest beginning that fits wins. */
export function phaseOfClause(number: string): Phase | undefined {
  const fits = ROUTE.flatMap((phase) =>
    phase.clauses
      .filter((start) => number === start || number.startsWith(`${start}.`))
      .map((start) => ({ phase, start })),
  );
  return fits.sort((a, b) => b.start.length - a.start.length)[0]?.phase;
}

/** The phase of a group of controls. */
export function phaseOfGroup(group: string): Phase | undefined {
  return ROUTE.find((phase) => phase.groups.includes(group));
}
