import { BASELINE_FILE, type BaselineEntry, readBaseline } from '../configuration/baseline';
import { isPast } from '../workspace/due';
import { cannotBeSilenced, ownReason } from '../workspace/exceptions';
import { lastingKey } from '../workspace/lasting-places';
import { nearestId } from '../workspace/nearest';
import type { Snapshot } from '../workspace/snapshot';
import { lineEnd, yamlScalar } from './edits/yaml-text';

const HEADER =
  '# Findings accepted for now, each with a reason that a person gave. "aims baseline" writes this file anew: what still holds stays, comments below do not.';

/** What is to be accepted, and why; the reason and the day are a person's. */
export interface BaselineRequest {
  readonly reason: string;
  /** ISO date; empty where there is none. */
  readonly until: string;
  /** Only findings of these rules; empty for all. */
  readonly rules: readonly string[];
  /** Only findings in paths that start with this; empty for all. */
  readonly within: string;
}

/** The baseline as it would be afterwards. */
export interface BaselinePlan {
  /** Undefined where the file stays as it is, or stays away. */
  readonly text: string | undefined;
  readonly kept: number;
  readonly added: number;
  readonly dropped: number;
  /** Rules whose findings nobody can accept, with how many there are. */
  readonly refused: ReadonlyMap<string, number>;
  /** Kept entries that silence nothing: their last day has passed, or they give no reason. */
  readonly ended: number;
  readonly withoutReason: number;
  /** Kept although they meet nothing now: a document that cannot be read may hold what they meet. */
  readonly waiting: number;
}

/** A reason as it is written: one line; empty where it is a placeholder or says nothing. */
export function writtenReason(reason: string): string {
  return ownReason(reason.replace(/\s+/g, ' ').trim());
}

/** Why a rule cannot be chosen; undefined where it can. */
export function whyNotRule(snapshot: Snapshot, rule: string): string | undefined {
  const { ruleIds } = snapshot.view;
  if (ruleIds.has(rule))
    return cannotBeSilenced(rule) ? `What "${rule}" finds cannot be accepted; it has to be settled.` : undefined;
  const near = nearestId(rule, ruleIds);
  return `There is no rule "${rule}"${near === '' ? '' : `; perhaps "${near}" is meant`}.`;
}

/** Why the baseline cannot be written anew; undefined where it can. */
export function whyNoBaseline(snapshot: Snapshot): string | undefined {
  const text = snapshot.texts.get(BASELINE_FILE);
  const unreadable = text && (!text.parsed.complete || text.damaged || readBaseline(text.parsed).problems.length > 0);
  if (unreadable)
    return `Part of ${BASELINE_FILE} cannot be used, and it would be lost. Correct it first: "aims check" shows where.`;
  if (snapshot.uncheckable)
    return 'Something could not be checked, so it is not known what there is to accept. "aims check" says what.';
  return undefined;
}

/** Works out the baseline: keeps what still meets a finding, adds what is new, drops the rest. */
export function planBaseline(snapshot: Snapshot, request: BaselineRequest): BaselinePlan {
  const { view, lastingPlaces } = snapshot;
  const before = snapshot.texts.get(BASELINE_FILE);
  const entries = before ? readBaseline(before.parsed).entries : [];
  const chosen = (rule: string, path: string): boolean =>
    (request.rules.length === 0 || request.rules.includes(rule)) && path.startsWith(request.within);
  const met = new Set(
    snapshot.found.map((finding) => lastingKey(finding.rule, finding.path, lastingPlaces.get(finding) ?? '')),
  );
  const known = new Set<string>();
  const kept: BaselineEntry[] = [];
  let waiting = 0;
  for (const entry of entries) {
    const key = lastingKey(entry.rule, entry.path, entry.where);
    if (known.has(key)) continue;
    if (!met.has(key) && chosen(entry.rule, entry.path)) {
      // What only a comparison finds cannot be met here.
      const compared = snapshot.rules.get(entry.rule)?.scope === 'comparison';
      if (!view.incomplete && !compared) continue;
      if (!compared) waiting++;
    }
    known.add(key);
    kept.push(entry);
  }
  const refused = new Map<string, number>();
  const added: Omit<BaselineEntry, 'block' | 'fact'>[] = [];
  for (const finding of snapshot.findings) {
    const { rule, path } = finding;
    // What is said about the baseline itself is settled by writing it.
    if (!chosen(rule, path) || path === BASELINE_FILE) continue;
    const where = lastingPlaces.get(finding) ?? '';
    if (cannotBeSilenced(rule)) refused.set(rule, (refused.get(rule) ?? 0) + 1);
    else if (!known.has(lastingKey(rule, path, where)))
      added.push({ rule, path, where, reason: request.reason, until: request.until });
  }
  const eol = before ? lineEnd(before.text) : '\n';
  const lines = [...kept, ...added].sort(byPlace).map(entryLine);
  const text = [HEADER, ...(lines.length === 0 ? ['findings: []'] : ['findings:', ...lines]), ''].join(eol);
  return {
    text: text === before?.text || (!before && lines.length === 0) ? undefined : text,
    kept: kept.length,
    added: added.length,
    dropped: entries.length - kept.length,
    refused,
    ended: kept.filter(({ until }) => isPast(view, until)).length,
    withoutReason: kept.filter(({ reason }) => ownReason(reason) === '').length,
    waiting,
  };
}

type Entry = Omit<BaselineEntry, 'block' | 'fact'>;

function entryLine({ rule, path, where, reason, until }: Entry): string {
  const parts = [`rule: ${scalar(rule)}`, `path: ${scalar(path)}`, `where: ${scalar(where)}`];
  if (reason !== '') parts.push(`reason: ${JSON.stringify(reason)}`);
  if (until !== '') parts.push(`until: ${until}`);
  return `  - { ${parts.join(', ')} }`;
}

/** Double quotes as JSON has them: YAML reads every sign of these the same way. */
function scalar(text: string): string {
  const written = yamlScalar(text);
  return written.startsWith('"') ? JSON.stringify(text) : written;
}

function byPlace(one: Entry, other: Entry): number {
  return compare(one.path, other.path) || compare(one.where, other.where) || compare(one.rule, other.rule);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
