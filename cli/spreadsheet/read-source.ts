import { open, stat } from 'node:fs/promises';
import { parse } from 'yaml';
import { decodeText } from '../../engine/engine';
import { csvSheet } from '../../engine/features/import/csv-sheet';
import { dataSheet } from '../../engine/features/import/data-sheet';
import { markdownSheets } from '../../engine/features/import/markdown-sheets';
import { ImportError, type SourceSheet } from '../../engine/features/import/source-sheet';
import { readWorkbook } from './read-workbook';

/** Bytes of a file that is taken over: more is an archive, no register. */
const MOST_BYTES = 32_000_000;

/** The tables of a file. Throws with words for the user. */
export async function readSource(path: string): Promise<SourceSheet[]> {
  const bytes = await readBytes(path);
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  if (ending === 'xlsx' || ending === 'xlsm' || isZip(bytes) || isCompound(bytes)) return readWorkbook(bytes, path);
  if (/^(?:ods|numbers|xls|pdf|docx?)$/.test(ending))
    throw new ImportError(`"${path}" cannot be read. Save it as .xlsx or .csv and take that over.`);
  const { text, remarks } = decode(bytes, path);
  if (text.includes('\u0000')) throw new ImportError(`"${path}" is no text and no workbook.`);
  if (ending === 'json' || ending === 'yaml' || ending === 'yml') return [dataSheet(readData(text, ending, path))];
  const sheets = ending === 'md' || ending === 'markdown' ? markdownSheets(text) : [csvSheet(text)];
  return sheets.map((sheet) => ({ ...sheet, remarks: [...remarks, ...sheet.remarks] }));
}

async function readBytes(path: string): Promise<Uint8Array> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new ImportError(
      error.code === 'ENOENT' ? `There is no file "${path}".` : `"${path}" cannot be read (${error.code}).`,
    );
  });
  if (!info.isFile()) throw new ImportError(`"${path}" is no file. Name the spreadsheet first, then the folder.`);
  if (info.size > MOST_BYTES)
    throw new ImportError(`"${path}" has more than ${MOST_BYTES / 1_000_000} MB; take it over in parts.`);
  if (info.size === 0) throw new ImportError(`"${path}" is empty.`);
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new ImportError(`"${path}" cannot be read (${error.code}).`);
  });
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
/** What older Office files and encrypted workbooks begin with. */
const isCompound = (bytes: Uint8Array) =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;

/** UTF-8 and UTF-16 by what the bytes show; anything else is read as Windows does in Western Europe, and said. */
function decode(bytes: Uint8Array, path: string): { readonly text: string; readonly remarks: readonly string[] } {
  const wide = utf16WithoutMark(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), remarks: ['The text was read as UTF-16.'] };
  const { text, damaged, encoding } = decodeText(bytes);
  if (!damaged) return { text: text.replace(/^\ufeff/, ''), remarks: [] };
  if (encoding !== 'utf-8') throw new ImportError(`"${path}" is damaged: it is no valid UTF-16.`);
  const western = new TextDecoder('windows-1252').decode(bytes);
  return {
    text: western,
    remarks: ['The text is no UTF-8 and was read as Windows-1252: look at letters such as ä and é.'],
  };
}

function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 400);
  if (sample.length < 8 || (sample[0] ?? 0) >= 0xfe) return undefined;
  const zeros = (start: number) => sample.filter((byte, at) => at % 2 === start && byte === 0).length;
  const half = sample.length / 2;
  if (zeros(1) > half * 0.6 && zeros(0) === 0) return 'utf-16le';
  return zeros(0) > half * 0.6 && zeros(1) === 0 ? 'utf-16be' : undefined;
}

function readData(text: string, ending: string, path: string): unknown {
  try {
    // Plain words stay words: a date or a version is read as it is written.
    return ending === 'json'
      ? JSON.parse(text)
      : parse(text, { schema: 'failsafe', maxAliasCount: 50, logLevel: 'error' });
  } catch (error) {
    const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n');
    throw new ImportError(`"${path}" is no valid ${ending === 'json' ? 'JSON' : 'YAML'}: ${reason}`);
  }
}
