import { SemanticTokensBuilder } from 'vscode-languageserver';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES, type Token } from '../../engine/features/semantic-tokens';
import type { LineIndex } from '../../engine/text/lines';
import { type Feature, offsetOf } from '../feature-host';
import { readInSlices } from '../text-slices';

/** Colours for ids and placeholders of recognised documents. */
export const tokens: Feature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: true,
      range: true,
    },
  },
  register(host) {
    host.connection.languages.semanticTokens.on(async ({ textDocument: { uri } }) => {
      const document = await host.document(uri);
      if (!document) return { data: [] };
      const { state, path, lines } = document;
      const length = state.texts.get(path)?.text.length ?? 0;
      return encode(lines, await readInSlices(length, (from, to) => semanticTokens(state, path, from, to)));
    });
    host.connection.languages.semanticTokens.onRange(async ({ textDocument: { uri }, range }) => {
      const document = await host.document(uri);
      if (!document) return { data: [] };
      const { state, path, lines } = document;
      return encode(lines, semanticTokens(state, path, offsetOf(lines, range.start), offsetOf(lines, range.end)));
    });
  },
};

function encode(lines: LineIndex, found: readonly Token[]): { data: number[] } {
  const builder = new SemanticTokensBuilder();
  for (const { span, type, declaration } of found) {
    const start = lines.positionAt(span.start);
    const end = lines.positionAt(span.end);
    // A token may not go over a line's end.
    if (start.line !== end.line) continue;
    builder.push(start.line, start.character, span.end - span.start, TOKEN_TYPES.indexOf(type), declaration ? 1 : 0);
  }
  return builder.build();
}
