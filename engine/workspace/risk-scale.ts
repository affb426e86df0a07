import { normalName } from '../kinds/normal-name';
import type { DocumentRecord, Row } from '../kinds/record';
import { filledText, valuesOf } from './names';
import type { WorkspaceView } from './workspace-view';

/** Words from lowest to highest, as the organisation declared them. */
export interface Steps {
  readonly words: readonly string[];
  /** Normal form of each word and its synonyms → its place in the order. */
  readonly places: ReadonlyMap<string, number>;
}

/** The scale that the risk criteria declare. Numbers and their products are nobody's business but the organisation's. */
export interface RiskScale {
  readonly document: DocumentRecord;
  readonly levels: Steps;
  /** Places of the levels that need no further treatment. */
  readonly acceptable: ReadonlySet<number>;
  readonly likelihood: Steps;
  readonly impact: Steps;
}

/** The declared scale; undefined where none is, where several differ, or where the criteria could not be read. */
export function riskScale(view: WorkspaceView): RiskScale | undefined {
  if (view.incompleteOf('risk-criteria')) return undefined;
  const declared = view
    .documentsOf('risk-criteria')
    .filter((criteria) => valuesOf(criteria.metadata, 'levels').length > 1 && !view.isSuperseded(criteria));
  const approved = declared.filter((criteria) => criteria.status === 'approved');
  const document = approved.length === 1 ? approved[0] : declared.length === 1 ? declared[0] : undefined;
  if (!document) return undefined;
  const steps = (field: string, synonyms: string): Steps =>
    stepsOf(valuesOf(document.metadata, field), view.configuration.synonyms[synonyms] ?? {});
  const levels = steps('levels', 'level');
  const acceptable = new Set(
    valuesOf(document.metadata, 'acceptable')
      .map((word) => stepOf(levels, word))
      .filter((place) => place >= 0),
  );
  return {
    document,
    levels,
    acceptable,
    likelihood: steps('likelihood', 'likelihood'),
    impact: steps('impact', 'impact'),
  };
}

/** The steps that a field of a risk is said in. */
export function stepsFor(scale: RiskScale, field: string): Steps {
  return field === 'likelihood' || field === 'impact' ? scale[field] : scale.levels;
}

function stepsOf(words: readonly string[], synonyms: Readonly<Record<string, readonly string[]>>): Steps {
  const places = new Map<string, number>();
  const add = (word: string, place: number): void => {
    const name = normalName(word);
    if (name !== '' && !places.has(name)) places.set(name, place);
  };
  words.forEach((word, place) => {
    add(word, place);
  });
  words.forEach((word, place) => {
    for (const part of parts(word)) add(part, place);
  });
  for (const [word, others] of Object.entries(synonyms)) {
    const place = places.get(normalName(word));
    if (place !== undefined) for (const other of others) add(other, place);
  }
  return { words, places };
}

/** The place of what somebody wrote, such as `High (20)` or `4 - High`; -1 where it is none of the steps. */
export function stepOf(steps: Steps, written: string): number {
  const plain = written.replace(/\p{Extended_Pictographic}|\uFE0F|\u200D/gu, '').trim();
  for (const word of [plain, ...parts(plain)]) {
    const place = steps.places.get(normalName(word));
    if (place !== undefined) return place;
  }
  return -1;
}

function parts(word: string): string[] {
  return word.split(/\s*[():;/,]\s*|\s+[-–—]\s+/).filter((part) => part !== '' && part !== word);
}

/** How much higher one level is than another: by the declared order, else only between whole numbers; undefined where nothing says it. */
export function levelDifference(scale: RiskScale | undefined, higher: string, lower: string): number | undefined {
  if (scale) {
    const [first, second] = [stepOf(scale.levels, higher), stepOf(scale.levels, lower)];
    return first < 0 || second < 0 ? undefined : first - second;
  }
  return /^\d+$/.test(higher) && /^\d+$/.test(lower) ? Number(higher) - Number(lower) : undefined;
}

/** True where a level is among those that need no further treatment; undefined where nothing says so. */
export function isAcceptable(scale: RiskScale | undefined, level: string): boolean | undefined {
  if (!scale || scale.acceptable.size === 0 || level === '') return undefined;
  const place = stepOf(scale.levels, level);
  return place < 0 ? undefined : scale.acceptable.has(place);
}

/** True where what remains of a risk is rated lower than the risk before treatment. */
export function isRatedLower(scale: RiskScale | undefined, risk: Row): boolean {
  const [level, residual] = [filledText(risk, 'level'), filledText(risk, 'residual')];
  return level !== '' && residual !== '' && (levelDifference(scale, level, residual) ?? 0) > 0;
}
