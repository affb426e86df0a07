import { sha1 } from '@noble/hashes/legacy.js';

/** The UUID of a name (RFC 4122, version 5): the same name in the same namespace has the same in every run and everywhere. */
export function nameUuid(namespace: string, name: string): string {
  const space = (namespace.replace(/-/g, '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  const hash = sha1(Uint8Array.from([...space, ...new TextEncoder().encode(name)])).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
