// Makes a picture of a window small: a palette of 256 colours is enough for it, and the file a third as large.
import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const COLOURS = 256;

/** Encodes a PNG of 8 bits per channel anew, with a palette. */
export function smallPng(png) {
  const { width, height, pixels } = decode(png);
  const { palette, nearest } = paletteOf(pixels);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0, at = 0; y < height; y++) {
    rows[at++] = 0;
    for (let x = 0; x < width; x++) rows[at++] = nearest(pixels[y * width + x]);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The pixels of a PNG as numbers, red in the highest byte; transparency is dropped. */
function decode(png) {
  const parts = [];
  let width = 0;
  let height = 0;
  let channels = 0;
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      width = body.readUInt32BE(0);
      height = body.readUInt32BE(4);
      channels = { 2: 3, 6: 4 }[body[9]] ?? 0;
      if (body[8] !== 8 || body[12] !== 0 || !channels) throw new Error('not a picture that a browser takes');
    }
    if (type === 'IDAT') parts.push(body);
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const pixels = new Uint32Array(width * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    const row = Uint8Array.from(raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)));
    for (let i = 0; i < stride; i++) {
      const left = i >= channels ? row[i - channels] : 0;
      const corner = i >= channels ? above[i - channels] : 0;
      row[i] += predicted(filter, left, above[i], corner);
    }
    for (let x = 0; x < width; x++) {
      const at = x * channels;
      pixels[y * width + x] = (row[at] << 16) | (row[at + 1] << 8) | row[at + 2];
    }
    above = row;
  }
  return { width, height, pixels };
}

function predicted(filter, left, up, corner) {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The colours that stand for all: areas keep theirs, rare mixtures at the edges of letters take one close by. */
function paletteOf(pixels) {
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byUse = [...counts].sort((one, other) => other[1] - one[1]).map(([colour]) => colour);
  // What is used most is kept as it is; of the rest each colour that is furthest from all that were taken.
  const palette = byUse.slice(0, COLOURS / 2);
  const rest = byUse.slice(COLOURS / 2, 4000).map((colour) => ({ colour, away: distanceTo(palette, colour) }));
  while (palette.length < COLOURS && rest.length) {
    let furthest = rest[0];
    for (const each of rest) if (each.away > furthest.away) furthest = each;
    if (!furthest.away) break;
    palette.push(furthest.colour);
    for (const each of rest) each.away = Math.min(each.away, distance(each.colour, furthest.colour));
  }
  const known = new Map(palette.map((colour, index) => [colour, index]));
  const nearest = (colour) => {
    let index = known.get(colour);
    if (index === undefined) {
      index = 0;
      for (let i = 1; i < palette.length; i++)
        if (distance(palette[i], colour) < distance(palette[index], colour)) index = i;
      known.set(colour, index);
    }
    return index;
  };
  return { palette, nearest };
}

const distanceTo = (palette, colour) => Math.min(...palette.map((each) => distance(each, colour)));

function distance(one, other) {
  const [red, green, blue] = [16, 8, 0].map((shift) => ((one >> shift) & 255) - ((other >> shift) & 255));
  return 3 * red * red + 4 * green * green + 2 * blue * blue;
}

const CHECKS = Uint32Array.from({ length: 256 }, (_, number) => {
  let value = number;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  let check = 0xffffffff;
  for (const byte of named) check = CHECKS[(check ^ byte) & 255] ^ (check >>> 8);
  const result = Buffer.alloc(body.length + 12);
  result.writeUInt32BE(body.length, 0);
  named.copy(result, 4);
  result.writeUInt32BE((check ^ 0xffffffff) >>> 0, body.length + 8);
  return result;
}
