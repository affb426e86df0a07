// Findings that were accepted, in files of which little is said.
import { ok } from 'node:assert/strict';
import type { Snapshot } from '../../engine/engine';
import { type BaselineRequest, planBaseline } from '../../engine/features/baseline';
import { textsBelow } from './folders';
import { TODAY, workspaceOf } from './memory-workspace';
import { statementOf } from './small-texts';

/** Why findings are accepted. */
export const REASON = 'agreed with the managing board on 2026-11-18';
/** Accepts all there is. */
export const REQUEST: BaselineRequest = { reason: REASON, until: '', rules: [], within: '' };
/**
 * `aims.yaml` of one root. The two rules that speak once for all rows where many lack the same are off: their places
 * change with the number of rows.
 */
export const AIMS =
  'organization: Example\nframeworks: [iso-42001]\nrules:\n  clause/no-document: off\n  soa/no-basis: off\n  soa/no-status: off\n';
/** The example with something of everything. */
export const GAPS = textsBelow('examples/meridian-gaps');

/** Files of a root by path. */
export type Files = readonly (readonly [string, string])[];
/** Two rows without a reason. */
export const SMALL: Files = [
  ['aims.yaml', AIMS],
  ['soa.yaml', statementOf('A.2.2', 'A.2.3')],
];

/** What is found in some files. */
export function snapshotOf(files: Files, today = TODAY): Snapshot {
  return workspaceOf(new Map(files), today).snapshot;
}

/** What a rule finds, silenced or not, by lasting place. */
export function places(snapshot: Snapshot, rule: string, shown: Snapshot['findings'] = snapshot.found): string[] {
  return shown.filter((finding) => finding.rule === rule).map((finding) => snapshot.lastingPlaces.get(finding) ?? '?');
}

/** What of it is shown. */
export function shown(snapshot: Snapshot, rule: string): string[] {
  return places(snapshot, rule, snapshot.findings);
}

/** The files with a baseline of all that is found in them. */
export function accepted(files: Files, request = REQUEST): Files {
  const { text } = planBaseline(snapshotOf(files), request);
  ok(text !== undefined);
  return [...files, ['aims-baseline.yaml', text]];
}

/** The files with another text of one of them. */
export function replaced(files: Files, path: string, text: string): Files {
  return [...files.filter(([other]) => other !== path), [path, text]];
}

/** An entry of a baseline. */
export function entry(rule: string, where: string, more = `, reason: ${REASON}`): string {
  return `  - { rule: ${rule}, path: soa.yaml, where: ${where}${more} }\n`;
}

/** A baseline with these entries. */
export function baseline(...entries: string[]): readonly [string, string] {
  return ['aims-baseline.yaml', `findings:\n${entries.join('')}`];
}
