import type { Piece, Problem } from '../parse/block';
import { columnCount } from '../parse/markdown-split';

/** More cells than the header: the values after it would land in no column. */
export function rowProblems(piece: Piece): Problem[] {
  if (piece.kind !== 'table-row') return [];
  const header = piece.context.slice(0, piece.context.indexOf('\n'));
  const [columns, cells] = [columnCount(header), columnCount(piece.text)];
  if (cells <= columns) return [];
  return [
    { code: 'markdown', start: 0, end: piece.text.trimEnd().length, detail: `${cells}/${columns}`, hides: false },
  ];
}
