/**
 * Writes `packages/core/src/scene/metrics.ts`: the advance widths of a sans-serif
 * font, read from its TrueType files (tables `head`, `hhea`, `hmtx` and `cmap`,
 * https://learn.microsoft.com/typography/opentype/spec/).
 *
 * Liberation Sans has the widths of Helvetica and Arial, so that one table
 * serves the whole font stack of the figures. Which font stands in for a glyph
 * that they lack (ℝ, ∈, ⁶) is up to the reader's machine; DejaVu Sans, wider than
 * most, gives its width.
 *
 *     node scripts/font-metrics.mjs LiberationSans-Regular.ttf LiberationSans-Bold.ttf DejaVuSans.ttf
 */
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * What figures may write: stretches of code points, both ends included.
 *
 * @type {[number, number][]}
 */
const stretches = [
  [0x20, 0x7e], // Basic Latin
  [0xa0, 0xff], // Latin-1 Supplement
  [0x100, 0x17f], // Latin Extended-A
  [0x370, 0x3ff], // Greek
  [0x400, 0x45f], // Cyrillic
  [0x2010, 0x205e], // dashes, quotation marks, ellipsis, primes
  [0x2070, 0x209c], // superscripts and subscripts
  [0x20a0, 0x20bf], // currency
  [0x2100, 0x214f], // letterlike
  [0x2150, 0x215e], // fractions
  [0x2190, 0x21ff], // arrows
  [0x2200, 0x22ff], // mathematical operators
  [0x2500, 0x25ff], // box drawing and geometric shapes
];

const [regularPath, boldPath, fallbackPath] = process.argv.slice(2);
if (!regularPath || !boldPath || !fallbackPath) {
  console.error('usage: node scripts/font-metrics.mjs <regular.ttf> <bold.ttf> <fallback.ttf>');
  process.exit(2);
}

/**
 * Reads the vertical metrics and the advance of every code point that the font has.
 *
 * @param {string} path
 */
function readFont(path) {
  const file = readFileSync(path);
  const tables = new Map();
  for (let index = 0; index < file.readUInt16BE(4); index++) {
    const at = 12 + 16 * index;
    tables.set(file.toString('latin1', at, at + 4), file.subarray(file.readUInt32BE(at + 8)));
  }
  /** @param {string} name */
  const table = (name) => {
    const found = tables.get(name);
    if (!found) throw new Error(`${path} has no table ${name}`);
    return found;
  };
  const unitsPerEm = table('head').readUInt16BE(18);
  const hhea = table('hhea');
  const lastLong = hhea.readUInt16BE(34) - 1;
  const glyphs = readCharacterMap(table('cmap'));
  const advances = new Map();
  for (const [codePoint, glyph] of glyphs) {
    const units = table('hmtx').readUInt16BE(4 * Math.min(glyph, lastLong));
    advances.set(codePoint, Math.round((units * 2048) / unitsPerEm));
  }
  return {
    ascent: hhea.readInt16BE(4) / unitsPerEm,
    descent: -hhea.readInt16BE(6) / unitsPerEm,
    advances,
  };
}

/**
 * Reads a format 4 subtable: segments of the basic plane.
 *
 * @param {Buffer} cmap
 */
function readCharacterMap(cmap) {
  const glyphs = new Map();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + 8 * index));
    if (subtable.readUInt16BE(0) !== 4) continue;
    const size = subtable.readUInt16BE(6);
    for (let segment = 0; segment < size; segment += 2) {
      const end = subtable.readUInt16BE(14 + segment);
      const start = subtable.readUInt16BE(16 + size + segment);
      const delta = subtable.readUInt16BE(16 + 2 * size + segment);
      const rangeAt = 16 + 3 * size + segment;
      const range = subtable.readUInt16BE(rangeAt);
      for (let codePoint = start; codePoint <= end && codePoint !== 0xffff; codePoint++) {
        const raw = range
          ? subtable.readUInt16BE(rangeAt + range + 2 * (codePoint - start))
          : codePoint;
        const glyph = range && raw === 0 ? 0 : (raw + delta) & 0xffff;
        if (glyph) glyphs.set(codePoint, glyph);
      }
    }
  }
  return glyphs;
}

/**
 * One line a stretch without gaps: its first code point and its widths, in base 36.
 *
 * @param {string} name
 * @param {{ advances: Map<number, number> }} font
 */
function writeTable(name, { advances }) {
  const lines = [];
  for (const [first, last] of stretches) {
    let widths = [];
    for (let codePoint = first; codePoint <= last + 1; codePoint++) {
      const advance = codePoint <= last ? advances.get(codePoint) : undefined;
      if (advance !== undefined) widths.push(advance.toString(36));
      else if (widths.length > 0) {
        lines.push(`  [0x${(codePoint - widths.length).toString(16)}, '${widths.join(' ')}'],`);
        widths = [];
      }
    }
  }
  return `export const ${name}: readonly Stretch[] = [\n${lines.join('\n')}\n];\n`;
}

const regular = readFont(regularPath);
const bold = readFont(boldPath);
const fallback = readFont(fallbackPath);
for (const codePoint of regular.advances.keys()) fallback.advances.delete(codePoint);
const text = `/**
 * Advance widths of Liberation Sans, which are those of Helvetica and Arial, in
 * 1/2048 of the font size, and of DejaVu Sans for the glyphs that they lack.
 * Written by \`scripts/font-metrics.mjs\`.
 */

/** First code point, and the widths of it and those after it in base 36. */
export type Stretch = readonly [first: number, widths: string];

/** Height above the baseline that a line of text takes, in font sizes. */
export const ascent = ${regular.ascent.toFixed(4)};

/** Depth below the baseline that a line of text takes, in font sizes. */
export const descent = ${regular.descent.toFixed(4)};

/** Widths in the regular weight. */
// biome-ignore format: one line a stretch, as it is generated.
${writeTable('regular', regular)}
/** Widths in the bold weight. */
// biome-ignore format: one line a stretch, as it is generated.
${writeTable('bold', bold)}
/** Widths of what the font lacks, in a font that is wider than most. */
// biome-ignore format: one line a stretch, as it is generated.
${writeTable('fallback', fallback)}`;
writeFileSync(new URL('../packages/core/src/scene/metrics.ts', import.meta.url), text);
