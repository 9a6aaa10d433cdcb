/** What a PNG says besides its pixels: https://www.w3.org/TR/png-3/#11Chunks. */
import { crc32 } from 'node:zlib';

/** What is written into a PNG. */
export interface PngFacts {
  /** Pixels an inch, so that the picture has its size in documents. */
  readonly resolution: number;
  /** Texts by keyword, such as `Title` and `Description`; empty ones are left out. */
  readonly texts: Readonly<Record<string, string>>;
}

const metresPerInch = 0.0254;

/** The signature has 8 bytes, and the header after it 25. */
const headerEnd = 33;

/**
 * Adds facts to a PNG.
 *
 * @param png The file.
 * @param facts The facts.
 * @returns The file with them.
 */
export function addFacts(png: Buffer, { resolution, texts }: PngFacts): Buffer {
  const perMetre = Math.round(resolution / metresPerInch);
  const size = Buffer.alloc(9);
  size.writeUInt32BE(perMetre, 0);
  size.writeUInt32BE(perMetre, 4);
  size.writeUInt8(1, 8);
  const said = Object.entries(texts)
    .filter(([, text]) => text !== '')
    .map(([keyword, text]) => chunk('iTXt', Buffer.from(`${keyword}\0\0\0\0\0${text}`, 'utf8')));
  const header = png.subarray(0, headerEnd);
  return Buffer.concat([header, chunk('pHYs', size), ...said, png.subarray(headerEnd)]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
