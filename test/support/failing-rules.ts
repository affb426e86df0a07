// Checks that stop with an error of their own.
import type { DocumentRule, Rule, TextRule, WorkspaceRule } from '../../engine/rules/rule';

/** What a failing check throws. */
export const THROWN = 'no such thing';

const BASE = { severity: 'warning', references: [], messages: { found: 'Found.' } } as const;

/** A check of documents that fails; in one of them, where an id is given. Before it fails, it finds something. */
export function failingDocumentRule(id: string, only?: string): DocumentRule {
  return {
    ...BASE,
    id,
    scope: 'document',
    *check(document) {
      if (only !== undefined && document.id !== only) return;
      yield { at: { on: 'file', path: document.path }, message: 'found' };
      throw new Error(THROWN);
    },
  };
}

/** A check of the whole that fails at once. */
export function failingWorkspaceRule(id: string): WorkspaceRule {
  const check = (): never => {
    throw new TypeError(THROWN);
  };
  return { ...BASE, id, scope: 'workspace', reads: 'all', check };
}

/** A check of texts that fails where some words stand in them; what it throws is no error object. */
export function failingTextRule(id: string, words: string): TextRule {
  return {
    ...BASE,
    id,
    scope: 'text',
    check({ text }) {
      if (text.includes(words)) throw THROWN;
      return [];
    },
  };
}

/** What is added to the rules of the programs that `failing-programs.ts` builds. */
export const FAILING: readonly Rule[] = [
  failingDocumentRule('soa/breaks', 'PRO-1'),
  failingTextRule('syntax/breaks', 'BREAKS THE TEXT'),
];
