import type { KindDefinition } from '../../kinds/kind';
import { type FoundHeader, findHeader, type ToldColumns, whyNotColumns } from './columns';
import { findRows, rowNames } from './kind-names';
import { ImportError, type SourceSheet } from './source-sheet';

/** What the user asked for beside the file. */
export interface ImportWish {
  /** The file's name, which may tell what it holds. */
  readonly path: string;
  /** What the rows are; undefined where that is to be found out. */
  readonly as: string | undefined;
  readonly sheet: string | undefined;
  readonly told: ToldColumns;
}

/** The one sheet that is meant, with its header. Throws an ImportError where that is not certain. */
export function chooseSheet(
  sheets: readonly SourceSheet[],
  kinds: readonly KindDefinition[],
  { path, as, sheet: name, told }: ImportWish,
): FoundHeader {
  const asked = as === undefined ? undefined : findRows(as);
  if (as !== undefined && !asked?.definition)
    throw new ImportError(
      asked
        ? `${asked.kind.title} is a document of its own and no table: create it from its template.`
        : `Nothing is called "${as}". --as takes one of ${rowNames().join(', ')}.`,
    );
  const meant = name === undefined ? sheets : sheets.filter((sheet) => sheet.name.trim() === name.trim());
  if (meant.length === 0)
    throw new ImportError(
      sheets.length === 0
        ? `There is no table in "${path}".`
        : `There is no sheet "${name}" in "${path}". The sheets are ${sheets.map((sheet) => `"${sheet.name}"`).join(', ')}.`,
    );
  const found = meant.flatMap((sheet) => findHeader(sheet, path, kinds, asked, told) ?? []);
  const first = found.reduce<FoundHeader | undefined>(
    (best, next) => (best && best.count >= next.count ? best : next),
    undefined,
  );
  if (!first)
    throw new ImportError(
      asked
        ? `No row of "${path}" looks like the heads of: ${asked.kind.title}. Say what a column means, such as --map "Ref=id".`
        : `It is not clear what the rows of "${path}" are. Say it with --as, such as --as soa or --as risks.`,
    );
  if (found.length > 1 && name === undefined)
    throw new ImportError(
      `Several tables of "${path}" could be meant: ${found.map(({ sheet }) => `"${sheet.name}"`).join(', ')}. Name one with --sheet.`,
    );
  const wrong = whyNotColumns(first, told);
  if (wrong !== undefined) throw new ImportError(wrong);
  return first;
}
