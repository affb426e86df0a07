import type { Block, Piece } from '../parse/block';
import { parseCsvRecord } from '../parse/csv';
import { FactList } from './fact-list';

/** The facts of one CSV record: a value for each column. */
export function csvBlock(piece: Piece): Block {
  const list = new FactList();
  const { cells, problems } = parseCsvRecord(piece.text, piece.context);
  cells.forEach((cell, column) => {
    list.add(-1, column, cell.text, [cell.start, cell.start, cell.start, cell.end]);
  });
  return list.block(piece, piece.kind, piece.text, problems);
}
