/** One thing that a page of the guide has a reader do, in the order of the page. */
export type GuideStep = FolderStep | ChangeStep | CommandStep;

/** From here on everything happens in a new folder. */
export interface FolderStep {
  readonly does: 'folder';
  /** A folder of the project that it is a copy of; undefined for one of the files below. */
  readonly example: string | undefined;
  /** True where it is a Git repository, with everything committed. */
  readonly committed: boolean;
  /** Files by their path from the folder. */
  readonly files: readonly (readonly [path: string, text: string])[];
}

/** A change that the reader makes by hand. */
export interface ChangeStep {
  readonly does: 'change';
  /** As `git apply` takes it. */
  readonly patch: string;
}

/** A command line, and what it prints. */
export interface CommandStep {
  readonly does: 'command';
  /** The 1-based line of the page. */
  readonly line: number;
  readonly command: string;
  readonly printed: readonly string[];
}

const FENCE = /^(?:<!-- (run in: (?:(?!-->)[\s\S])*?|change)\s-->\n)?```(\w+)\n([\s\S]*?)^```$/gm;

/** Reads a page: blocks `console`, and the comments right before a block that say where it happens or what is changed. */
export function guideSteps(page: string): GuideStep[] {
  const steps: GuideStep[] = [];
  for (const { 0: all, 1: comment = '', 2: language, 3: body = '', index } of page.matchAll(FENCE)) {
    const line = page.slice(0, index + all.indexOf('```')).split('\n').length;
    if (comment.startsWith('run in: ')) steps.push(folderStep(comment.slice('run in: '.length)));
    if (comment === 'change') steps.push({ does: 'change', patch: body });
    if (language === 'console') steps.push(...commandSteps(body, line));
  }
  return steps;
}

function folderStep(words: string): FolderStep {
  const [first = '', ...rest] = words.split('\n');
  const files = first === 'a folder with' ? rest.join('\n').split('\n===\n') : [];
  return {
    does: 'folder',
    example: /^examples\/[\w-]+/.exec(first)?.[0],
    committed: first.endsWith(', committed'),
    files: files.map((file) => {
      const end = file.indexOf('\n');
      return [file.slice(0, end), `${file.slice(end + 1).trimEnd()}\n`];
    }),
  };
}

function commandSteps(body: string, line: number): CommandStep[] {
  const steps: { does: 'command'; line: number; command: string; printed: string[] }[] = [];
  for (const [index, text] of body.trimEnd().split('\n').entries()) {
    const at = line + 1 + index;
    if (text.startsWith('$ ')) steps.push({ does: 'command', line: at, command: text.slice(2), printed: [] });
    else steps.at(-1)?.printed.push(text);
  }
  return steps;
}

/**
 * What of a guide was not printed as it stands there: the first line that does not fit, or undefined. A line `…` stands for any
 * lines, `…` within a line for any text.
 */
export function notPrinted(expected: readonly string[], output: string): string | undefined {
  const lines = output === '' ? [] : output.replace(/\n$/, '').split('\n');
  let at = 0;
  let skips = false;
  for (const wanted of expected) {
    if (wanted === '…') {
      skips = true;
      continue;
    }
    const fits = (line: string | undefined) => line !== undefined && lineFits(wanted, line);
    const found = skips ? lines.findIndex((line, index) => index >= at && fits(line)) : fits(lines[at]) ? at : -1;
    if (found < 0) return wanted;
    at = found + 1;
    skips = false;
  }
  return skips || at === lines.length ? undefined : `(and no more, but: ${lines[at]})`;
}

function lineFits(wanted: string, line: string): boolean {
  const parts = wanted.split('…');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length === 1) return line === wanted;
  if (!line.startsWith(first) || !line.endsWith(last) || line.length < first.length + last.length) return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = line.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return from <= line.length - last.length;
}
