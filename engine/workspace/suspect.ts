import { embeddedPlaceholders, isEmpty, isPlaceholder } from '../facts/placeholder';
import { readDate } from '../kinds/dates';
import { normalName } from '../kinds/normal-name';
import type { MapValue, Row } from '../kinds/record';
import { fieldFingerprint } from '../text/fingerprint';
import { filledText, foldId, isFilled, type Names, valueOf, valuesOf } from './names';
import { enumerate } from './wording';

/** The form of fingerprints that we write and understand. */
export const FINGERPRINT_FORM = 'aims-1';

/** The reviewed fields of a system in the order of the design, with where the record has them. */
const REVIEWED: readonly { readonly field: string; readonly source: string; readonly list: boolean }[] = [
  { field: 'purpose', source: 'purpose', list: false },
  { field: 'intended_use', source: 'intended_use', list: false },
  { field: 'roles', source: 'roles', list: true },
  { field: 'autonomy', source: 'autonomy', list: false },
  { field: 'human_oversight', source: 'human_oversight', list: false },
  { field: 'affected_groups', source: 'affected_groups', list: true },
  { field: 'deployed_in', source: 'deployed_in', list: true },
  { field: 'models', source: 'models', list: true },
  { field: 'datasets', source: 'datasets', list: true },
  { field: 'tier', source: 'ai_act.tier', list: false },
  { field: 'basis', source: 'ai_act.basis', list: false },
];

/** The fingerprints of a system as it stands: field → 8 hex digits. Empty fields are left out. */
export function systemFingerprints(system: Row, names: Names): Map<string, string> {
  const prints = new Map<string, string>();
  for (const { field, source, list } of REVIEWED) {
    if (!isFilled(system, source)) continue;
    if (list) {
      const values = valuesOf(system, source).map((value) =>
        field === 'models' || field === 'datasets' ? withVersion(value, names) : value,
      );
      if (values.length > 0) prints.set(field, fieldFingerprint(field, values));
    } else {
      prints.set(field, fieldFingerprint(field, valueOf(system, source) || filledText(system, source)));
    }
  }
  return prints;
}

/** `id@version` where the register of models or datasets has a version. */
function withVersion(id: string, names: Names): string {
  if (id.includes('@')) return id;
  const version = registeredVersion(id, names);
  return version === '' ? id : `${id}@${version}`;
}

function registeredVersion(id: string, names: Names): string {
  const row = names.byId(id).find((named) => named.entity === 'model' || named.entity === 'dataset')?.row;
  return row ? filledText(row, 'version') : '';
}

/** The models or datasets that a system names today, in words: `M-1 (version 2.0)`. What it named before no mark can tell. */
export function entriesToday(system: Row, field: 'models' | 'datasets', names: Names): readonly string[] {
  return valuesOf(system, field).map((value) => {
    const [id = '', ...rest] = value.split('@');
    const version = rest.length > 0 ? rest.join('@') : registeredVersion(id, names);
    return version === '' ? id : `${id} (version ${version})`;
  });
}

/** What an assessment says it was made against, for one system. */
export type ReviewedAgainst =
  | { readonly known: false }
  | { readonly known: true; readonly form: string; readonly prints: ReadonlyMap<string, string>; readonly on: string };

/** A later look at an assessment that a person has completed. */
export interface CompletedReview {
  /** The day as ISO date; as written where it cannot be read. */
  readonly on: string;
  readonly entry: MapValue;
}

/** The entries of `reviews`, in the order of the text. */
export function reviewEntries(assessment: Row): readonly MapValue[] {
  return Object.values(assessment.fields.get('reviews')?.map ?? {}).filter(
    (review): review is MapValue => typeof review !== 'string',
  );
}

/** The reviews in which a person has said when, who and what follows, the newest first; of one day the later written. */
export function completedReviews(assessment: Row): readonly CompletedReview[] {
  const done = reviewEntries(assessment)
    .filter(isCompleted)
    .map((entry) => {
      const written = String(partOf(entry, 'reviewed_on'));
      const { iso } = readDate(written);
      return { on: iso || written, iso, entry };
    });
  return done.reverse().sort((a, b) => (a.iso === b.iso ? 0 : a.iso < b.iso ? 1 : -1));
}

/** True once a person has filled when, who and what follows. What else an entry says is written by us. */
export function isCompleted(review: MapValue): boolean {
  return ['reviewed_on', 'by', 'conclusion'].every((key) => isWritten(partOf(review, key)));
}

/** The fingerprints an assessment counts with: those of the newest completed review that names the system, else its own. */
export function reviewedAgainst(assessment: Row, system: Row): ReviewedAgainst {
  const own = printsFor(assessment.fields.get('reviewed_against')?.map, system.id);
  const assessed = valueOf(assessment, 'assessed_on');
  for (const { on, entry } of completedReviews(assessment)) {
    const prints = printsAtReview(entry, system);
    // Somebody who assesses anew and keeps the old reviews has looked at the system after them.
    if (prints && !(own && readDate(on).iso !== '' && on < assessed)) return { known: true, ...prints, on };
  }
  return own ? { known: true, ...own, on: assessed } : { known: false };
}

/** The fingerprints that a review was made against, for one system. */
export function printsAtReview(
  review: MapValue,
  system: Row,
): { form: string; prints: ReadonlyMap<string, string> } | undefined {
  return printsFor(partOf(review, 'against'), system.id);
}

/** A part of an entry, whatever the style of its key. */
function partOf(entry: MapValue, name: string): string | MapValue | undefined {
  return Object.entries(entry).find(([key]) => normalName(key) === normalName(name))?.[1];
}

function isWritten(value: string | MapValue | undefined): boolean {
  return (
    typeof value === 'string' && !isEmpty(value) && !isPlaceholder(value) && embeddedPlaceholders(value).length === 0
  );
}

function printsFor(
  map: string | MapValue | undefined,
  id: string,
): { form: string; prints: Map<string, string> } | undefined {
  if (typeof map !== 'object') return undefined;
  const entry = Object.entries(map).find(([key]) => foldId(key) === foldId(id))?.[1];
  if (typeof entry !== 'object') return undefined;
  const prints = new Map<string, string>();
  for (const [field, value] of Object.entries(entry))
    if (field !== 'form' && typeof value === 'string') prints.set(field, value);
  return { form: typeof entry.form === 'string' ? entry.form : '', prints };
}

/** The reviewed fields in the words of a sentence. */
const WORDS: Readonly<Record<string, string>> = {
  intended_use: 'intended use',
  human_oversight: 'human oversight',
  affected_groups: 'affected groups',
  deployed_in: 'where it is used',
  tier: 'AI Act tier',
  basis: 'basis of the tier',
};

/** Changed fields as words for a sentence: `purpose and human oversight`. */
export function changedWords(changed: readonly string[]): string {
  return enumerate(changed.map((field) => WORDS[field] ?? field));
}

/** The fields in which a system differs from what was reviewed, in the order of the design. */
export function changedFields(reviewed: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  return REVIEWED.map(({ field }) => field).filter((field) => reviewed.get(field) !== now.get(field));
}
