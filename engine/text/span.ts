/** A stretch of text: two UTF-16 offsets, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The empty span at the very start: where a finding about a whole file stands. */
export const FILE_START: Span = { start: 0, end: 0 };
