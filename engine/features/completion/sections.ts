import { literal } from '../edits/snippet';
import { lineEnd, placeholder } from '../edits/yaml-text';
import { type CompletionEntry, candidateOf, choose } from './entry';
import type { Here } from './here';

/** The sections a document of the kind still lacks, at a line that starts with `#`. */
export function sectionEntries(
  here: Here,
  line: { readonly start: number; readonly end: number; readonly typed: string },
): CompletionEntry[] {
  const { document, state, text } = here;
  const known = state.texts.get(here.path);
  const present = new Set<string>();
  let level = 2;
  for (const section of document.sections) {
    const start = known?.parsed.starts[section.block] ?? -1;
    // The half-typed heading itself is no section yet.
    const here =
      start <= line.start &&
      line.start < start + (known?.parsed.blocks[section.block]?.text.split('\n', 1)[0]?.length ?? 0) + 1;
    if (section.expected === undefined || here) continue;
    if (present.size === 0) level = section.level;
    present.add(section.expected);
  }
  const missing = document.kind.sections.filter((section) => !present.has(section.id));
  const [, hashes = '#', gap = '', words = ''] = /^(#{1,6})([ \t]*)(.*)$/.exec(line.typed) ?? [];
  const marks = '#'.repeat(Math.max(level, hashes.length > 1 ? hashes.length : 0));
  const eol = lineEnd(text);
  const write = (title: string, help: string, stop: number): string =>
    [
      `${marks} ${literal(title)}`,
      '',
      `<!-- ${literal(help)} -->`,
      `\${${stop}:${literal(placeholder(title.toLowerCase()))}}`,
    ].join(eol);
  const candidates = missing.map((section) =>
    candidateOf('section', section.title, section.help, {
      words: section.synonyms.slice(0, 2).join(' '),
      value: section.id,
      rank: 1,
    }),
  );
  if (missing.length > 1)
    candidates.push(
      candidateOf(
        'section',
        `All ${missing.length} missing sections`,
        'Each with its question; the answers stay open.',
        { value: '', rank: 3 },
      ),
    );
  const span = { start: line.start, end: line.end };
  return choose(candidates, words, span, ({ value }) => {
    const wanted = value === '' ? missing : missing.filter((section) => section.id === value);
    return {
      text: wanted.map((section, index) => write(section.title, section.help, index + 1)).join(eol + eol) + eol,
      snippet: true,
    };
  }).map((entry) => ({
    ...entry,
    label: `${marks} ${entry.label}`,
    filter: `${hashes}${gap === '' ? '' : ' '}${entry.filter}`,
  }));
}
