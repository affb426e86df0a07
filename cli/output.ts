import type { Paint } from '../engine/reports/check-text';

/** Where a command writes: results to standard output, everything else to standard error. */
export interface Output {
  print(text: string): void;
  say(line: string): void;
  readonly colour: boolean;
}

const CODES = { red: 31, yellow: 33, blue: 34, dim: 2, bold: 1 } as const;

/** Colours on a terminal, plain text elsewhere. */
export function painter(output: Output): Paint {
  return output.colour ? (text, colour) => `\u001b[${CODES[colour]}m${text}\u001b[0m` : (text) => text;
}
