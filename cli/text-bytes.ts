import { decodeText } from '../engine/engine';

/** A file as text, and how such a text is written back. */
export interface TextFile {
  readonly bytes: Uint8Array;
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** True where bytes are not valid in the encoding: such a file cannot be written back as it was. */
  readonly damaged: boolean;
  /** The bytes of a changed text, in the encoding and with the byte order mark that the file has. */
  encode(text: string): Uint8Array;
}

const MARK = '\ufeff';

/** Reads the bytes of a text file. Never fails. */
export function textFile(bytes: Uint8Array): TextFile {
  const { text, encoding, damaged } = decodeText(bytes);
  const marked = encoding !== 'utf-8' || (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf);
  return {
    bytes,
    text,
    encoding,
    damaged,
    encode: (changed) => {
      const written = (marked ? MARK : '') + changed;
      if (encoding === 'utf-8') return Buffer.from(written, 'utf8');
      const little = Buffer.from(written, 'utf16le');
      return encoding === 'utf-16le' ? little : little.swap16();
    },
  };
}
