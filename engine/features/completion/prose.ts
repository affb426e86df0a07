import { asLabelled, type Candidate, type CompletionEntry, choose, fits } from './entry';
import type { Here } from './here';
import { fragmentEntries, pathCandidates } from './paths';
import { allNamedCandidates, clauseCandidates, controlCandidates, groupCandidates } from './references';

const CONTROL = /(?:^|[^\w.])(A\.[\d.]*)$/;
const CLAUSE = /(?:^|[^\w.])(?:[Cc]lauses?|Cl\.|§)[ \t]*(\d[\d.]*)?$/;
const ADDRESS = /\]\(([^()\s<>]*)$/;

/** Ids in running text. Nothing opens by itself but after `A.`, `Clause ` and inside the address of a link. */
export function proseEntries(here: Here, before: string): CompletionEntry[] {
  const { state, path, offset, trigger, text } = here;
  const address = ADDRESS.exec(before);
  if (address) return addressEntries(here, address[1] ?? '');
  const control = CONTROL.exec(before)?.[1];
  const wordEnd = offset + (/^[\w.-]*/.exec(text.slice(offset, offset + 60))?.[0].length ?? 0);
  if (control !== undefined && (trigger === '' || trigger === '.')) {
    return choose(
      [...controlCandidates(state), ...groupCandidates(state)],
      control,
      { start: offset - control.length, end: wordEnd },
      asLabelled,
    );
  }
  const clause = CLAUSE.exec(before);
  if (clause && (trigger === '' || trigger === ' ' || trigger === '.') && /[\s\d.§]$/.test(before)) {
    const typed = clause[1] ?? '';
    return choose(clauseCandidates(state), typed, { start: offset - typed.length, end: wordEnd }, asLabelled);
  }
  if (trigger !== '' || path === '') return [];
  const candidates = [...controlCandidates(state), ...groupCandidates(state), ...allNamedCandidates(state)];
  const phrase = longestPhrase(before, candidates);
  if (phrase === undefined) return [];
  const end = phrase === '' ? offset : wordEnd;
  return choose(candidates, phrase, { start: offset - phrase.length, end }, asLabelled);
}

/** Half-typed ids in a value that is free text: nothing unless what stands before the cursor has the form of an id. */
export function looseEntries(here: Here, typed: string, valueEnd: number): CompletionEntry[] {
  const address = ADDRESS.exec(typed);
  if (address) return addressEntries(here, address[1] ?? '');
  const word = /(?:^|[\s(,;"'])([A-Za-z][\w]*[.-][\w.-]*|A\d[\d.]*)$/.exec(typed)?.[1];
  if (word === undefined || (here.trigger !== '' && here.trigger !== '.' && here.trigger !== '-')) return [];
  const { offset, text } = here;
  const rest = /^[\w.-]*/.exec(text.slice(offset, valueEnd))?.[0].length ?? 0;
  const candidates = [...controlCandidates(here.state), ...allNamedCandidates(here.state)].filter(({ label }) =>
    label.toLowerCase().startsWith((word[0] ?? '').toLowerCase()),
  );
  const begins = candidates.filter((each) => fits({ ...each, words: '' }, word));
  return choose(begins, word, { start: offset - word.length, end: offset + rest }, asLabelled);
}

/** The address of a Markdown link: files, and behind `#` their headings and rows. */
function addressEntries(here: Here, typed: string): CompletionEntry[] {
  const { state, path, offset, text } = here;
  const rest = /^[^()\s<>]*/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  const span = { start: offset - typed.length, end: offset + rest.length };
  return (
    fragmentEntries(here, typed, span.start, span.end) ??
    choose(pathCandidates(state, path, typed), typed, span, ({ label }) => ({ text: asAddress(label) }))
  );
}

/** A path as the address of a link. */
export function asAddress(path: string): string {
  return path.replace(/[\s()<>%]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'));
}

/** The longest run of words before the cursor, at most four, by which something is found; undefined where nothing is. */
function longestPhrase(before: string, candidates: readonly Candidate[]): string | undefined {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/(?:^|[\s(|>*_-])$/.test(line) && !/[\w.]-$/.test(line)) return '';
  const starts = [...line.matchAll(/[\p{L}\p{N}][\p{L}\p{N}._-]*/gu)].slice(-4).map((match) => match.index);
  // Most words of prose stand in no name at all: one look over everything says so.
  const everything = candidates
    .map((candidate) => `${candidate.label} ${candidate.words ?? ''}`)
    .join('\n')
    .toLowerCase();
  for (const start of starts) {
    const phrase = line.slice(start);
    const known = phrase
      .toLowerCase()
      .split(/[\s_/(),:-]+/)
      .every((word) => everything.includes(word));
    if (phrase.length > 1 && known && candidates.some((candidate) => fits(candidate, phrase))) return phrase;
  }
  return undefined;
}
