import type { Paint } from '../engine/reports/check-text';

/** Where a command writes: results to standard output, everything else to standard error. */
export interface Output {
  print(text: string): void;
  say(line: string): void;
  readonly colour: boolean;
}

const CODES = { red: 31, yellow: 33, blue: 34, dim: 2, bold: 1 } as const;

/** Colours on a terminal, plain text elsewhere. */
export function painter({ colour }: Pick<Output, 'colour'>): Paint {
  return colour ? (text, name) => `\u001b[${CODES[name]}m${text}\u001b[0m` : (text) => text;
}
