import { BASELINE_FILE, type BaselineEntry, readBaseline } from '../configuration/baseline';
import type { ParsedDocument } from '../parse/block';
import { type Exception, ownReason } from './exceptions';
import type { Finding } from './finding';
import { lastingKey, lastingPlaces, type PlaceSource } from './lasting-places';
import { push } from './names';

/** The entries of the baseline as exceptions: each is for one finding, found by its lasting place. */
export interface AcceptedFindings {
  readonly exceptions: readonly Exception[];
  /** Entries that meet a finding. */
  meeting(finding: Finding): readonly Exception[];
}

const NONE: AcceptedFindings = { exceptions: [], meeting: () => [] };

/** Reads what the baseline accepts of these findings, which have to be all there are. */
export function acceptedFindings(findings: readonly Finding[], source: PlaceSource): AcceptedFindings {
  const parsed: ParsedDocument | undefined = source.parsedOf(BASELINE_FILE);
  const entries = parsed ? readBaseline(parsed).entries : [];
  if (entries.length === 0) return NONE;
  const byKey = new Map<string, Exception[]>();
  const exceptions = entries.map((entry) => {
    const exception = asException(entry);
    push(byKey, lastingKey(entry.rule, entry.path, entry.where), exception);
    return exception;
  });
  const places = lastingPlaces(findings, source);
  return {
    exceptions,
    meeting: (finding) => byKey.get(lastingKey(finding.rule, finding.path, places.get(finding) ?? '')) ?? [],
  };
}

function asException({ rule, reason, until, block, fact }: BaselineEntry): Exception {
  return {
    rules: [rule],
    reason: ownReason(reason),
    until,
    at: { on: 'fact', path: BASELINE_FILE, block, fact },
    covers: () => false,
  };
}
