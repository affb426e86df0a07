import { sha256 } from '@noble/hashes/sha2.js';

const encoder = new TextEncoder();

/** The canonical text of a value (design: coverage, suspect links): what stays when layout and typography change. */
export function canonicalText(value: string): string {
  return value
    .normalize('NFC')
    .replace(/[\u2018\u2019\u201a\u201b\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;, ]+$/, '')
    .toLowerCase();
}

/** The canonical list: each value as canonical text, empties dropped, unique, sorted by code unit. */
function canonicalList(values: readonly string[]): string[] {
  const texts = values.map(canonicalText).filter((text) => text !== '');
  return [...new Set(texts)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The first `digits` hex digits of SHA-256 over the UTF-8 of `text`. */
export function digest(text: string, digits: number): string {
  let hex = '';
  for (const byte of sha256(encoder.encode(text))) hex += byte.toString(16).padStart(2, '0');
  return hex.slice(0, digits);
}

/** The fingerprint of one reviewed field: 8 hex digits anyone can repeat with sha256sum. */
export function fieldFingerprint(field: string, value: string | readonly string[]): string {
  const canonical = typeof value === 'string' ? canonicalText(value) : canonicalList(value);
  return digest(JSON.stringify(['aims-1', field, canonical]), 8);
}

/** SHA-256 over the UTF-8 of `text` in base64, as a content security policy names a style sheet. */
export function digestBase64(text: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const bytes = sha256(encoder.encode(text));
  let written = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    written += (letters[bits >> 18] ?? '') + (letters[(bits >> 12) & 63] ?? '');
    written += second === undefined ? '=' : (letters[(bits >> 6) & 63] ?? '');
    written += third === undefined ? '=' : (letters[bits & 63] ?? '');
  }
  return written;
}
