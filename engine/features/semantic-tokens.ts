import type { Span } from '../text/span';
import type { WorkspaceState } from '../workspace/snapshot';
import { thingsOf } from './cursor';
import type { Thing } from './things/thing';

/** Standard token types, so that every theme has a colour for them. */
export const TOKEN_TYPES = ['type', 'variable', 'macro'] as const;
/** Standard modifiers. */
export const TOKEN_MODIFIERS = ['declaration'] as const;

/** A coloured word: ids of the standard are types, ids of the workspace variables, placeholders macros. */
export interface Token {
  readonly span: Span;
  readonly type: (typeof TOKEN_TYPES)[number];
  /** True where the id is defined. */
  readonly declaration: boolean;
}

/** The ids and placeholders of a recognised document between two offsets, in order, none inside another. */
export function semanticTokens(state: WorkspaceState, path: string, from?: number, to?: number): readonly Token[] {
  if (!state.texts.get(path)?.record) return [];
  const found = [...thingsOf(state, path, from, to)].flatMap((thing) => tokenOf(thing) ?? []);
  found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let end = 0;
  return found.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

function tokenOf({ span, meaning }: Thing): Token | undefined {
  switch (meaning.is) {
    case 'control':
    case 'clause':
    case 'group':
      return { span, type: 'type', declaration: false };
    case 'named':
      return { span, type: 'variable', declaration: meaning.defines };
    case 'placeholder':
      return { span, type: 'macro', declaration: false };
    default:
      return undefined;
  }
}
