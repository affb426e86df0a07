import { ImportError } from '../../engine/features/import/source-sheet';

/** Bytes a workbook may unpack to, all parts together. */
const MOST_UNPACKED = 120_000_000;
const MOST_PARTS = 4_000;

/** Looks at the list of parts before anything is unpacked: a small file may claim to hold gigabytes. Throws in words. */
export function checkArchive(bytes: Uint8Array, path: string): void {
  const broken = new ImportError(`"${path}" is broken: it is no complete workbook.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = -1;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) {
      end = at;
      break;
    }
  }
  if (end < 0) throw broken;
  const parts = view.getUint16(end + 10, true);
  if (parts > MOST_PARTS)
    throw new ImportError(`"${path}" has more than ${MOST_PARTS} parts and is no workbook we read.`);
  let at = view.getUint32(end + 16, true);
  let sum = 0;
  for (let part = 0; part < parts; part++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw broken;
    const packed = view.getUint32(at + 20, true);
    const unpacked = view.getUint32(at + 24, true);
    // The reader stops at the size a part claims; one that claims none would have no limit.
    if (unpacked === 0 && packed > 2) throw broken;
    sum += unpacked;
    if (sum > MOST_UNPACKED)
      throw new ImportError(`"${path}" unpacks to more than ${MOST_UNPACKED / 1_000_000} MB and is not read.`);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}
