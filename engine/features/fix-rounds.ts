import { applyEdits } from '../text/edit';
import type { Finding } from '../workspace/finding';
import type { Snapshot } from '../workspace/snapshot';
import type { Workspace } from '../workspace/workspace';
import { FIXES } from './actions/fixes';
import { fixAll, hasFix } from './code-actions';

/** Which findings are to be fixed, and where edits may fall. Paths are root-relative. */
export interface FixRequest {
  wanted(finding: Finding): boolean;
  mayEdit(path: string): boolean;
}

/** What became of them. */
export interface FixedTexts {
  /** The new text of each file that changed. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many findings were fixed, by path and rule. */
  readonly fixed: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The state afterwards. */
  readonly snapshot: Snapshot;
  /** Files with something to fix where edits may not fall. */
  readonly leftAlone: ReadonlySet<string>;
}

/** A fix may make another one possible; one that makes itself possible again and again is stopped. */
const MOST_ROUNDS = 10;

/** True where a rule has certain fixes at all. */
export function canBeFixed(rule: string): boolean {
  return Object.hasOwn(FIXES, rule);
}

/** Fixes what is certain, round by round, until nothing changes. The workspace has the new texts afterwards; no file is written. */
export function fixInRounds(workspace: Workspace, before: Snapshot, { wanted, mayEdit }: FixRequest): FixedTexts {
  const texts = new Map<string, string>();
  const leftAlone = new Set<string>();
  const tried = new Map<string, Finding>();
  let snapshot = before;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const state = snapshot;
    // One that was tried and is still there would be tried for ever.
    const open = state.findings.filter(
      (each) => wanted(each) && !tried.has(placeOf(state, each)) && hasFix(state, each),
    );
    const chosen = open.filter((finding) => {
      const closed = fixAll(state, [finding]).edits.filter(({ path }) => !mayEdit(path));
      for (const { path } of closed) leftAlone.add(path);
      return closed.length === 0;
    });
    const { edits } = fixAll(state, chosen);
    if (edits.length === 0) break;
    const edited = new Set(edits.map(({ path }) => path));
    for (const finding of chosen) if (edited.has(finding.path)) tried.set(placeOf(state, finding), finding);
    for (const path of edited) {
      const text = state.texts.get(path)?.text;
      if (text === undefined) continue;
      const changed = applyEdits(
        text,
        edits.filter((edit) => edit.path === path),
      );
      texts.set(path, changed);
      workspace.setText(path, { text: changed, damaged: false });
    }
    snapshot = workspace.updateNow();
    // Edits that would have touched each other wait for the next round, so those findings are tried again.
    for (const place of stillThere(snapshot, tried)) if (edits.length < chosen.length) tried.delete(place);
  }
  const fixed = new Map<string, Map<string, number>>();
  const left = stillThere(snapshot, tried);
  for (const [place, { path, rule }] of tried) {
    if (left.has(place)) continue;
    const rules = fixed.get(path) ?? new Map<string, number>();
    rules.set(rule, (rules.get(rule) ?? 0) + 1);
    fixed.set(path, rules);
  }
  return { texts, fixed, snapshot, leftAlone };
}

function stillThere(snapshot: Snapshot, tried: ReadonlyMap<string, Finding>): Set<string> {
  return new Set(snapshot.findings.map((finding) => placeOf(snapshot, finding)).filter((place) => tried.has(place)));
}

function placeOf(snapshot: Snapshot, finding: Finding): string {
  return JSON.stringify([finding.rule, finding.path, snapshot.lastingPlaces.get(finding) ?? finding.where]);
}
