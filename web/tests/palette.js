// A picture of few colours as a small PNG: the same picture with a palette of at most 256.

import { deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST = 256;

/** The PNG (8 bits, colours true) with a palette. */
export function withPalette(png) {
  const { width, height, pixels, size } = decoded(png);
  return encoded(width, height, indexedBy(pixels, size, width * height));
}

function decoded(png) {
  const data = [];
  let head;
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const kind = png.toString("latin1", at + 4, at + 8);
    const content = png.subarray(at + 8, at + 8 + length);
    if (kind === "IHDR") head = content;
    if (kind === "IDAT") data.push(content);
    at += length + 12;
  }
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const size = head[9] === 6 ? 4 : 3;
  const lines = inflateSync(Buffer.concat(data));
  const across = width * size;
  const pixels = Buffer.alloc(across * height);
  for (let row = 0; row < height; row += 1) {
    const filter = lines[row * (across + 1)];
    for (let x = 0; x < across; x += 1) {
      const here = row * across + x;
      const left = x >= size ? pixels[here - size] : 0;
      const above = row ? pixels[here - across] : 0;
      const corner = row && x >= size ? pixels[here - across - size] : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter];
      pixels[here] = lines[row * (across + 1) + 1 + x] + guess;
    }
  }
  return { width, height, pixels, size };
}

function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [a, b, c] = [left, above, corner].map((each) => Math.abs(guess - each));
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

// The colours that are seen most, strong ones before pale ones; every other is shown as the nearest.
function indexedBy(pixels, size, count) {
  const keys = new Uint32Array(count);
  const seen = new Map();
  for (let at = 0; at < count; at += 1) {
    const key = (pixels[at * size] << 16) | (pixels[at * size + 1] << 8) | pixels[at * size + 2];
    keys[at] = key;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const palette = [...seen].sort((one, other) => weight(other) - weight(one)).slice(0, MOST).map(([key]) => [key >> 16, (key >> 8) & 255, key & 255]);
  const known = new Map(palette.map(([red, green, blue], number) => [(red << 16) | (green << 8) | blue, number]));
  const kept = Buffer.alloc(count);
  keys.forEach((key, at) => {
    if (!known.has(key)) known.set(key, nearest(palette, [key >> 16, (key >> 8) & 255, key & 255]));
    kept[at] = known.get(key);
  });
  return { palette, kept };
}

function weight([key, count]) {
  const parts = [key >> 16, (key >> 8) & 255, key & 255];
  return count * (1 + (Math.max(...parts) - Math.min(...parts)) ** 2 / 100);
}

function nearest(palette, colour) {
  let [best, least] = [0, Infinity];
  palette.forEach((each, number) => {
    const far = each.reduce((sum, part, at) => sum + (part - colour[at]) ** 2, 0);
    if (far < least) [best, least] = [number, far];
  });
  return best;
}

function encoded(width, height, { palette, kept }) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const lines = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) kept.copy(lines, row * (width + 1) + 1, row * width, (row + 1) * width);
  return Buffer.concat([
    SIGNATURE, chunk("IHDR", head), chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", deflateSync(lines, { level: 9 })), chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(kind, content) {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(sum(body), body.length + 4);
  return whole;
}

function sum(content) {
  let rest = 0xffffffff;
  for (const byte of content) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}
