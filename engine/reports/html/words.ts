import type { Severity } from '../../configuration/configuration';
import type { DocumentStateName } from '../../coverage/document-state';
import { GRADE_WORDS, type Grade, type GradedItem } from '../../coverage/grade';
import type { GradedSystem } from '../../coverage/system-grade';
import { SYSTEM_WORDS } from '../../coverage/tree';
import type { Row } from '../../kinds/record';
import { valueOf } from '../../workspace/names';
import { type Content, type Html, html } from './html';

type Shape = 'full' | 'most' | 'half' | 'quarter' | 'none' | 'late' | 'slash' | 'dashed' | 'square';
type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet';
type Look = readonly [shape: Shape, tone: Tone];

const GRADES: Readonly<Record<Grade, Look>> = {
  evidenced: ['full', 'good'],
  approved: ['most', 'good'],
  drafted: ['half', 'warn'],
  template: ['quarter', 'warn'],
  none: ['none', 'bad'],
  stale: ['late', 'warn'],
  excluded: ['slash', 'quiet'],
  unknown: ['dashed', 'bad'],
};

const SYSTEMS: Readonly<Record<GradedSystem['state'], Look>> = {
  current: ['full', 'good'],
  draft: ['half', 'warn'],
  missing: ['none', 'bad'],
  suspect: ['late', 'bad'],
  overdue: ['late', 'warn'],
  unknown: ['dashed', 'bad'],
  'not-due': ['none', 'quiet'],
  'out-of-scope': ['slash', 'quiet'],
  retired: ['slash', 'quiet'],
};

const DOCUMENTS: Readonly<Record<DocumentStateName, Look>> = {
  'in force': ['full', 'good'],
  recorded: ['full', 'quiet'],
  'in review': ['most', 'warn'],
  draft: ['half', 'warn'],
  template: ['quarter', 'warn'],
  overdue: ['late', 'bad'],
  superseded: ['slash', 'quiet'],
  retired: ['slash', 'quiet'],
  unknown: ['dashed', 'bad'],
};

const SEVERITIES: Readonly<Record<Severity, Look>> = {
  error: ['square', 'bad'],
  warning: ['late', 'warn'],
  information: ['half', 'info'],
  hint: ['none', 'quiet'],
};

/** A state in words with its sign: the sign says by its shape what its colour says. */
export function state([shape, tone]: Look, words: Content): Html {
  return html`<span class="state ${tone}"><span class="mark s-${shape}" aria-hidden="true"></span>${words}</span>`;
}

/** The grade of a control or clause. */
export function gradeState(item: Pick<GradedItem, 'grade' | 'counted'>): Html {
  if (item.grade === 'none' && !item.counted) return state(['none', 'quiet'], 'may be shown otherwise');
  return gradeName(item.grade);
}

/** A grade by itself. */
export function gradeName(grade: Grade): Html {
  return state(GRADES[grade], GRADE_WORDS[grade]);
}

/** The state of a system's impact assessment. */
export function systemState(system: Pick<GradedSystem, 'state'>): Html {
  return state(SYSTEMS[system.state], SYSTEM_WORDS[system.state]);
}

/** The state of a document. */
export function documentStateMark(name: DocumentStateName): Html {
  return state(DOCUMENTS[name], name);
}

/** How serious something is, with how many there are where that is said. */
export function severityName(severity: Severity, words: Content = severity): Html {
  return state(SEVERITIES[severity], words);
}

/** A day that has passed, and was not kept. */
export function late(words: Content): Html {
  return state(['late', 'bad'], words);
}

/** Whether something is in place: yes, no, or something between. */
export function answer(kind: 'yes' | 'no' | 'unclear', words: Content): Html {
  return state(kind === 'yes' ? ['full', 'good'] : kind === 'no' ? ['none', 'bad'] : ['dashed', 'quiet'], words);
}

/** A path that may be broken behind its slashes, with a 1-based line where one is meant. */
export function pathText(path: string, line?: number): Html {
  const parts = path.split('/').map((part, index) => (index === 0 ? part : html`/<wbr>${part}`));
  return html`<span class="path">${parts}${line !== undefined && `:${line}`}</span>`;
}

/** `1 error`, `2 errors`, `2 findings of information`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Something that is there, or words that say that it is not. */
export function orNone(text: string, none: string): Content {
  return text === '' ? html`<span class="soft">${none}</span>` : text;
}

/** Who did something and when, as far as it is said: `accepted by A. Visser on 2026-10-29`. */
export function byWhom(did: string, by: string, on: string, none: string): string {
  if (by === '') return on === '' ? none : `${did} on ${on}, nobody is named`;
  return on === '' ? `${did} by ${by}, undated` : `${did} by ${by} on ${on}`;
}

/** Canonical words as people read them: `in_progress` is `in progress`. */
export function plain(value: string): string {
  return value.replace(/_/g, ' ');
}

/** What a decision about a control says. */
export function decisionWords(row: Row): 'Included' | 'Excluded' | 'Not decided' {
  const applicable = valueOf(row, 'applicable');
  return applicable === 'true' ? 'Included' : applicable === 'false' ? 'Excluded' : 'Not decided';
}
