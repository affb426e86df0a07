import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { documentSymbols, type OutlineEntry } from '../../engine/features/document-symbols';
import type { LineIndex } from '../../engine/text/lines';
import { type Feature, rangeOf } from '../feature-host';

const KINDS: Readonly<Record<string, SymbolKind>> = {
  heading: SymbolKind.String,
  list: SymbolKind.Array,
  system: SymbolKind.Class,
  risk: SymbolKind.Event,
  control: SymbolKind.Property,
  'control-decision': SymbolKind.Property,
  document: SymbolKind.File,
};

/** The symbol kind of what a row is about. */
export function symbolKind(sort: string): SymbolKind {
  return KINDS[sort] ?? SymbolKind.Object;
}

/** The outline: headings and rows. */
export const outline: Feature = {
  capabilities: { documentSymbolProvider: true },
  register(host) {
    host.connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
      const document = await host.document(uri);
      return document
        ? documentSymbols(document.state, document.path).map((entry) => toSymbol(document.lines, entry))
        : null;
    });
  },
};

function toSymbol(lines: LineIndex, { name, detail, sort, span, selection, children }: OutlineEntry): DocumentSymbol {
  return {
    name,
    detail,
    kind: symbolKind(sort),
    range: rangeOf(lines, span),
    selectionRange: rangeOf(lines, selection),
    children: children.map((child) => toSymbol(lines, child)),
  };
}
