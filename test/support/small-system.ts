// A management system of a few files in which everything about one control, clause or system is in order, so that a test
// takes away one thing and sees what follows.
import { stringify } from 'yaml';
import { coverageOf } from '../../engine/coverage/coverage';
import type { Snapshot } from '../../engine/engine';
import { rowsOf, TODAY, workspaceOf } from './memory-workspace';
import { AIMS } from './small-texts';

/** Fields of a document or a row; undefined leaves one out. */
export type Given = Readonly<Record<string, unknown>>;

/** A document in YAML. */
export function yamlText(fields: Given): string {
  return stringify(present(fields));
}

/** A document in Markdown: fields at its top, then its text. */
export function markdownText(fields: Given, body = 'Two engineers did it and wrote down what they saw.'): string {
  return `---\n${stringify(present(fields))}---\n\n# ${String(fields.title ?? 'Document')}\n\n${body}\n`;
}

function present(fields: Given): Given {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The fields of a governing document in force until the middle of 2027. */
export const IN_FORCE = {
  version: '1.0',
  status: 'approved',
  owner: 'Head of AI',
  approved_by: 'Managing board',
  approved_on: '2026-05-01',
  next_review: '2027-05-01',
} as const;

/** A Statement of Applicability in force. */
export function statement(rows: readonly Given[], changed: Given = {}): string {
  const head = { kind: 'statement-of-applicability', id: 'SOA-1', title: 'Statement', ...IN_FORCE };
  return yamlText({ ...head, framework: 'iso-42001', ...changed, controls: rows.map(present) });
}

/** What a decision says that was carried out: all but its id and what it links to. */
export const CARRIED_OUT: Given = {
  applicable: true,
  justification: 'Our triage model can miss urgent letters.',
  status: 'implemented',
};

/** A procedure in force. */
export function procedure(changed: Given = {}, body?: string): string {
  return markdownText({ kind: 'procedure', id: 'PRO-1', title: 'Release of models', ...IN_FORCE, ...changed }, body);
}

/** A policy in force. */
export function policy(changed: Given = {}, body?: string): string {
  return markdownText({ kind: 'ai-policy', id: 'POL-1', title: 'AI policy', ...IN_FORCE, ...changed }, body);
}

/** A report of an internal audit that does not say when it was held. */
export function auditReport(changed: Given = {}): string {
  return markdownText({ kind: 'audit-report', id: 'AUD-1', title: 'Audit', auditor: 'J. Roth', ...changed });
}

/** A register of one kind with some rows. */
export function register(kind: string, list: string, rows: readonly Given[], changed: Given = {}): string {
  return yamlText({ kind, id: 'REG-1', title: 'Register', owner: 'Quality lead', ...changed, [list]: rows });
}

/** A register with one risk. */
export function riskRegister(fields: Given): string {
  return yamlText({ kind: 'risk-register', id: 'RR-1', risks: [{ id: 'R-1', title: 'Missed letters', ...fields }] });
}

/** A record of three months ago. */
export function record(changed: Given = {}, body?: string): string {
  return markdownText({ kind: 'record', id: 'REC-1', title: 'Validation', date: '2026-08-14', ...changed }, body);
}

/** An AI system in operation. */
export function system(changed: Given = {}): Given {
  const said = { name: 'Triage', purpose: 'Sorts letters', owner: 'Head of ML', roles: ['provider'] };
  return present({ id: 'AIS-001', ...said, lifecycle: 'operation', last_change: '2026-01-15', ...changed });
}

/** A register of AI systems. */
export function inventory(...systems: readonly Given[]): string {
  return yamlText({ kind: 'ai-system-inventory', id: 'INV-1', title: 'AI systems', systems });
}

/** A full impact assessment of AIS-001, approved. */
export function assessment(changed: Given = {}): string {
  const head = { kind: 'ai-impact-assessment', id: 'AIA-1', title: 'Assessment', systems: ['AIS-001'] };
  const made = { assessed_on: '2026-06-01', assessors: ['Clinical lead'], decision: 'proceed', depth: 'full' };
  return markdownText({ ...head, ...IN_FORCE, next_review: undefined, approved_on: '2026-06-10', ...made, ...changed });
}

/** Files of a root; null takes one away, and `aims.yaml` is there unless given. */
export type SmallFiles = Readonly<Record<string, string | null>>;

/** The snapshot of some files. */
export function snapshotOf(files: SmallFiles, today = TODAY): Snapshot {
  const all = Object.entries({ 'aims.yaml': AIMS, ...files });
  return workspaceOf(new Map(all.flatMap(([path, text]) => (text === null ? [] : [[path, text] as const]))), today)
    .snapshot;
}

/** What coverage says of one control, clause or system: its grade or state, and all its words. */
export function gradeOf(snapshot: Snapshot, id: string): { grade: string; words: string; counted: boolean } {
  const { clauses, controls, systems } = coverageOf(snapshot);
  const item = [...clauses, ...controls].find((each) => each.id === id);
  if (item) return { grade: item.grade, words: `${item.reason} ${item.next}`, counted: item.counted };
  const found = systems.find((each) => each.id === id);
  return { grade: found?.state ?? 'not there', words: `${found?.reason} ${found?.next}`, counted: true };
}

/** The state of AIS-001 with something else in its row and other files beside it, and what rules that match say of it. */
export function systemState(
  given: Given,
  files: SmallFiles,
  rules: RegExp,
  today?: string,
): { state: string; said: string[] } {
  const snapshot = snapshotOf({ 'systems.yaml': inventory(system(given)), ...files }, today);
  return { state: gradeOf(snapshot, 'AIS-001').grade, said: findingsOf(snapshot, rules) };
}

/** Every grade and state there is, as one list of lines. */
export function allGrades(snapshot: Snapshot): string[] {
  const { clauses, controls, systems } = coverageOf(snapshot);
  return [
    ...[...clauses, ...controls].map((item) => `${item.kind} ${item.id} ${item.grade}`),
    ...systems.map(({ id, state }) => `system ${id} ${state}`),
  ];
}

/** The same by id. */
export function gradesOf(snapshot: Snapshot): Map<string, string> {
  const { controls, clauses, systems } = coverageOf(snapshot);
  return new Map([
    ...[...controls, ...clauses].map(({ id, grade }) => [id, grade] as const),
    ...systems.map(({ id, state }) => [id, state] as const),
  ]);
}

/** The findings of some rules as `severity rule`, in the order of their places. */
export function findingsOf(snapshot: Snapshot, rules: RegExp): string[] {
  return rowsOf(snapshot)
    .filter(({ rule }) => rules.test(rule))
    .map(({ rule, severity }) => `${severity} ${rule}`);
}
