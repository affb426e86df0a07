import { saySame } from '../facts/same-facts';
import type { ParsedDocument } from '../parse/block';
import type { TextRule, TextView } from '../rules/rule';
import type { Outcome, PathOutcome } from './document-rule-runner';
import type { Report } from './finding';

type Texts = ReadonlyMap<string, TextView>;

/** A text that is new, gone, or read anew. */
interface ChangedText {
  readonly path: string;
  /** Undefined where it is gone. */
  readonly text: TextView | undefined;
  /** True where at most the words of paragraphs changed. */
  readonly onlyProse: boolean;
}

const NONE: Texts = new Map();

interface Remembered {
  readonly texts: Texts;
  /** Texts with something to tell, by path. */
  readonly byPath: ReadonlyMap<string, PathOutcome>;
}

/**
 * Runs rules that look at one text. A rule runs again for a text that was read anew; where only words of paragraphs changed,
 * only if it had found something.
 */
export class TextRuleRunner {
  readonly #remembered = new Map<TextRule, Remembered>();
  /** What differs between the last two states: the same for every rule. */
  #between: { before: Texts; after: Texts; changed: readonly ChangedText[] } | undefined;
  readonly #call: (check: () => Iterable<Report>) => Outcome;

  /** `call` runs a check, counts it, and turns what it throws into an outcome. */
  constructor(call: (check: () => Iterable<Report>) => Outcome) {
    this.#call = call;
  }

  /** What a rule finds in the texts of a state. */
  outcomes(rule: TextRule, texts: Texts): readonly PathOutcome[] {
    const { where = () => true } = rule;
    const known = this.#remembered.get(rule);
    const byPath = new Map(known?.byPath);
    for (const { path, text, onlyProse } of this.#changed(known?.texts ?? NONE, texts)) {
      if (onlyProse && !byPath.has(path)) continue;
      byPath.delete(path);
      if (!text || !where(text)) continue;
      const { reports, error } = this.#call(() => rule.check(text));
      if (reports.length > 0 || error !== undefined) byPath.set(path, { reports, error, path });
    }
    this.#remembered.set(rule, { texts, byPath });
    return [...byPath.values()];
  }

  #changed(before: Texts, after: Texts): readonly ChangedText[] {
    if (this.#between?.before !== before || this.#between.after !== after) {
      const changed: ChangedText[] = [];
      for (const path of before.keys()) if (!after.has(path)) changed.push({ path, text: undefined, onlyProse: false });
      for (const [path, text] of after) {
        const old = before.get(path);
        if (old?.parsed === text.parsed && old.damaged === text.damaged) continue;
        const onlyProse = old !== undefined && !old.damaged && !text.damaged && sameButProse(old.parsed, text.parsed);
        changed.push({ path, text, onlyProse });
      }
      this.#between = { before, after, changed };
    }
    return this.#between.changed;
  }
}

/** True where two readings of a text differ at most in the words of paragraphs, and no character of these was lost. */
function sameButProse(a: ParsedDocument, b: ParsedDocument): boolean {
  if (a.blocks.length !== b.blocks.length || a.problems.length + b.problems.length > 0) return false;
  return b.blocks.every((block, index) => {
    const other = a.blocks[index];
    if (block === other) return true;
    if (block.kind !== 'paragraph' || other?.kind !== 'paragraph' || block.text.includes('\uFFFD')) return false;
    return block.problems.length + other.problems.length === 0 && saySame(block, other);
  });
}
