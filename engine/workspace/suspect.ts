import { embeddedPlaceholders, isEmpty, isPlaceholder } from '../facts/placeholder';
import { readDate } from '../kinds/dates';
import { normalName } from '../kinds/normal-name';
import type { MapValue, Row } from '../kinds/record';
import { fieldFingerprint } from '../text/fingerprint';
import { filledText, foldId, isFilled, type Names, valueOf, valuesOf } from './names';

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
  const row = names.byId(id).find((named) => named.entity === 'model' || named.entity === 'dataset')?.row;
  const version = row ? filledText(row, 'version') : '';
  return version === '' ? id : `${id}@${version}`;
}

/** What an assessment says it was made against, for one system. */
export type ReviewedAgainst =
  | { readonly known: false }
  | { readonly known: true; readonly form: string; readonly prints: ReadonlyMap<string, string>; readonly on: string };

/** The fingerprints an assessment counts with: its latest completed review of the system, else its own. */
export function reviewedAgainst(assessment: Row, system: Row): ReviewedAgainst {
  const reviews = Object.values(assessment.fields.get('reviews')?.map ?? {}).filter(
    (review): review is MapValue => typeof review !== 'string',
  );
  for (const review of reviews.reverse()) {
    const complete = ['reviewed_on', 'by', 'conclusion'].every((key) => isWritten(partOf(review, key)));
    const prints = complete ? printsFor(partOf(review, 'against'), system.id) : undefined;
    const on = String(partOf(review, 'reviewed_on'));
    if (prints) return { known: true, ...prints, on: readDate(on).iso || on };
  }
  const prints = printsFor(assessment.fields.get('reviewed_against')?.map, system.id);
  return prints ? { known: true, ...prints, on: valueOf(assessment, 'assessed_on') } : { known: false };
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

/** The fields in which a system differs from what was reviewed, in the order of the design. */
export function changedFields(reviewed: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  return REVIEWED.map(({ field }) => field).filter((field) => reviewed.get(field) !== now.get(field));
}
