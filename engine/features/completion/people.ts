import type { FieldDefinition } from '../../kinds/kind';
import { filledText } from '../../workspace/names';
import type { WorkspaceState } from '../../workspace/snapshot';
import { type Candidate, candidateOf } from './entry';

const OWNERS = /^(?:owner|holder|deputy|responsible|role)$/;
const DECIDERS = /(?:^|\.|_)(?:approved_by|accepted_by|decided_by|reviewed_by|authorised_by)$/;
const AUTHORS = /^(?:author|assessors|auditor|attendees|chair|by)$/;

/** True for fields that name a person or a role. */
export function namesPeople(field: string): boolean {
  return OWNERS.test(field) || DECIDERS.test(field) || AUTHORS.test(field);
}

/** Roles and persons for a field: those of the roles document and those already written in such fields, the fitting ones first. */
export function peopleCandidates(state: WorkspaceState, field: string): readonly Candidate[] {
  const wantsRole = OWNERS.test(field) && !/^(?:holder|deputy)$/.test(field);
  const { roles, holders, used } = state.remember(peopleCandidates, () => collect(state));
  const found = new Map<string, Candidate>();
  const add = (name: string, detail: string, rank: number): void => {
    if (name !== '' && name.length < 120 && !found.has(name.toLowerCase()))
      found.set(name.toLowerCase(), candidateOf('person', name, detail, { words: detail, rank }));
  };
  const addRoles = (rank: number): void => {
    for (const { role, holder } of roles) add(role, holder === '' ? 'role' : `role, held by ${holder}`, rank);
  };
  const addHolders = (rank: number): void => {
    for (const [holder, role] of holders) add(holder, role, rank);
  };
  if (wantsRole) addRoles(2);
  else addHolders(2);
  const own = used.get(field) ?? new Map<string, number>();
  for (const [name, count] of sorted(own)) add(name, `used ${count}×`, 3);
  const group = [DECIDERS, AUTHORS, OWNERS].find((pattern) => pattern.test(field));
  for (const [other, names] of used)
    if (group?.test(other)) for (const [name, count] of sorted(names)) add(name, `used ${count}×`, 4);
  if (wantsRole) addHolders(6);
  else addRoles(6);
  return [...found.values()];
}

interface People {
  readonly roles: readonly { readonly role: string; readonly holder: string }[];
  readonly holders: ReadonlyMap<string, string>;
  /** Field → what stands there → how often. */
  readonly used: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

function collect(state: WorkspaceState): People {
  const roles: { role: string; holder: string }[] = [];
  const holders = new Map<string, string>();
  const used = new Map<string, Map<string, number>>();
  const known = new Map<readonly FieldDefinition[], readonly string[]>();
  const fieldsOf = (definitions: readonly FieldDefinition[]): readonly string[] => {
    const found =
      known.get(definitions) ??
      definitions.filter((field) => field.type === 'text' && namesPeople(field.name)).map((field) => field.name);
    known.set(definitions, found);
    return found;
  };
  for (const row of state.view.rows('role')) {
    const role = filledText(row, 'role');
    if (role === '') continue;
    roles.push({ role, holder: filledText(row, 'holder') });
    for (const name of [filledText(row, 'holder'), filledText(row, 'deputy')])
      if (name !== '' && !holders.has(name)) holders.set(name, role);
  }
  for (const document of state.view.documents) {
    if (document.status === 'template') continue;
    for (const row of [document.metadata, ...document.rows]) {
      if (row.entity === 'role') continue;
      for (const name of fieldsOf(row.definition?.fields ?? document.kind.metadata)) {
        const value = row.fields.get(name);
        if (value?.state !== 'filled') continue;
        const names = used.get(name) ?? new Map<string, number>();
        used.set(name, names);
        for (const item of value.items) names.set(item.text, (names.get(item.text) ?? 0) + 1);
      }
    }
  }
  return { roles, holders, used };
}

function sorted(names: ReadonlyMap<string, number>): [string, number][] {
  return [...names].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
