/** A file of a case's in-memory workspace, as bytes would give it. */
export interface CaseFile {
  readonly path: string;
  readonly text: string;
  /** Where `$0` stood, as an offset in `text`; -1 without one. */
  readonly cursor: number;
  readonly marks: readonly Mark[];
  /** Options of the fence beside `file`: `at=earlier`, `fixed`, `action`, `eol`, `bom`, `encoding`. */
  readonly options: ReadonlyMap<string, string>;
}

/** What a line of carets says: a finding that has to stand exactly there. */
export interface Mark {
  /** Zero-based line, UTF-16 columns; -1 for the file as a whole. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  readonly rule: string;
  /** A part of the message; empty where the mark does not say. */
  readonly message: string;
}

/** One `##` section: files, the text around them, and other fenced blocks by their language. */
export interface Case {
  readonly title: string;
  /** ISO date that counts as today. */
  readonly today: string;
  readonly files: readonly CaseFile[];
  /** Expected texts after a fix, by path. */
  readonly fixed: ReadonlyMap<string, CaseFile>;
  /** Fenced blocks without `file=` or `fixed=`: their info string and text. */
  readonly blocks: readonly { readonly info: string; readonly text: string }[];
}

const MARK = /^[ \t]*(\^+|\^file)[ \t]+(error|warning|information|hint)[ \t]+([\w-]+\/[\w-]+)(?:[ \t]+"(.*)")?[ \t]*$/;

/** Reads the cases of a page. The day is 2026-11-20 unless a case says `today: YYYY-MM-DD`. */
export function readCases(page: string): Case[] {
  const lines = page.replace(/\r\n/g, '\n').split('\n');
  const cases: Case[] = [];
  let current:
    | {
        title: string;
        today: string;
        files: CaseFile[];
        fixed: Map<string, CaseFile>;
        blocks: { info: string; text: string }[];
      }
    | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const heading = /^## (.+)$/.exec(line);
    if (heading) {
      current = { title: heading[1] ?? '', today: '2026-11-20', files: [], fixed: new Map(), blocks: [] };
      cases.push(current);
      continue;
    }
    const today = /^today: (\d{4}-\d{2}-\d{2})$/.exec(line);
    if (today?.[1] && current) current.today = today[1];
    const fence = /^(`{3,})(.*)$/.exec(line);
    if (!fence) continue;
    const end = lines.findIndex(
      (other, index) => index > at && other.startsWith(fence[1] ?? '```') && other.trim() === fence[1],
    );
    const body = lines.slice(at + 1, end < 0 ? lines.length : end);
    at = end < 0 ? lines.length : end;
    if (!current) continue;
    const info = fence[2] ?? '';
    const options = readOptions(info);
    const path = options.get('file') ?? options.get('fixed');
    if (path === undefined) {
      current.blocks.push({ info: info.trim(), text: body.join('\n') });
      continue;
    }
    const file = readFile(path, body, options);
    if (options.has('file')) current.files.push(file);
    else current.fixed.set(path, file);
  }
  return cases.filter((each) => each.files.length > 0);
}

function readOptions(info: string): Map<string, string> {
  const options = new Map<string, string>();
  for (const match of info.matchAll(/(\w+)=(?:"([^"]*)"|(\S+))|\b(bom)\b/g))
    options.set(match[1] ?? match[4] ?? '', match[2] ?? match[3] ?? 'yes');
  return options;
}

function readFile(path: string, body: readonly string[], options: ReadonlyMap<string, string>): CaseFile {
  const kept: string[] = [];
  const marks: Mark[] = [];
  for (const line of body) {
    const match = MARK.exec(line);
    if (!match) {
      kept.push(line);
      continue;
    }
    const [, carets = '', severity = '', rule = '', message = ''] = match;
    const whole = carets === '^file';
    const start = line.indexOf('^');
    marks.push({
      line: whole ? -1 : kept.length - 1,
      start: whole ? 0 : start,
      end: whole ? 0 : start + carets.length,
      severity,
      rule,
      message,
    });
  }
  const eol = options.get('eol') === 'crlf' ? '\r\n' : '\n';
  const joined = kept.length === 0 ? '' : kept.join(eol) + eol;
  const cursor = joined.indexOf('$0');
  const text = cursor < 0 ? joined : joined.slice(0, cursor) + joined.slice(cursor + 2);
  return { path, text, cursor, marks, options };
}

/** The bytes of a case's file, in the encoding that its fence names. */
export function caseBytes(file: CaseFile): Uint8Array {
  const encoding = file.options.get('encoding') ?? 'utf-8';
  const mark = file.options.has('bom') || encoding.startsWith('utf-16') ? '\uFEFF' : '';
  if (encoding === 'utf-16le') return Buffer.from(mark + file.text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(mark + file.text, 'utf16le').swap16();
  if (encoding === 'latin1') return Buffer.from(file.text, 'latin1');
  return Buffer.from(mark + file.text, 'utf8');
}
