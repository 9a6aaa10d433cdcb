/** The fonts of exported figures: bundled, so that a figure is the same on every machine. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Font, FontCollection } from 'fontkit';
import { ExportError } from '../problems.js';

/** One font file, opened. */
export interface Face {
  /** Stable within a run; the key under which a PDF embeds it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly font: Font;
}

/** How a text is set. */
export interface Cut {
  readonly bold: boolean;
  readonly italic: boolean;
}

/** The slanted cuts lack scripts that this one has, such as Arabic. */
const upright: Cut = { bold: false, italic: false };

type Variant = 'normal' | 'bold' | 'italic' | 'bolditalic';

/**
 * Arimo has the widths of Helvetica and Arial, by which core measures; DejaVu
 * Sans has the arrows and mathematical signs that it lacks, by whose widths core
 * measures those.
 */
const bundled: readonly Readonly<Record<Variant, string>>[] = [
  {
    normal: '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
    bold: '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
    italic: '@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf',
    bolditalic: '@expo-google-fonts/arimo/700Bold_Italic/Arimo_700Bold_Italic.ttf',
  },
  {
    normal: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
    bold: 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
    italic: 'dejavu-fonts-ttf/ttf/DejaVuSans-Oblique.ttf',
    bolditalic: 'dejavu-fonts-ttf/ttf/DejaVuSans-BoldOblique.ttf',
  },
];

const { resolve } = createRequire(import.meta.url);

/** Files that were read already: several figures share them. */
const files = new Map<string, Promise<Face>>();

/**
 * Finds the file of a bundled font.
 *
 * @param family 0 for Arimo, 1 for DejaVu Sans.
 * @param cut Its weight and slant.
 * @returns Its absolute path.
 */
export function fontPath(family: 0 | 1, cut: Cut): string {
  return resolve((bundled[family] as Readonly<Record<Variant, string>>)[variantOf(cut)]);
}

function variantOf({ bold, italic }: Cut): Variant {
  if (bold) return italic ? 'bolditalic' : 'bold';
  return italic ? 'italic' : 'normal';
}

/**
 * Opens the fonts that some cuts need.
 *
 * @param cuts The cuts.
 * @param further Paths of TrueType or OpenType files, for what the bundled fonts lack.
 * @returns The faces of a cut, the first choice first.
 * @throws {ExportError} If a further font cannot be read.
 */
export async function openFonts(
  cuts: readonly Cut[],
  further: readonly string[] = [],
): Promise<(cut: Cut) => readonly Face[]> {
  const added = await Promise.all(further.map((path) => openOnce(path)));
  const chains = new Map<Variant, readonly Face[]>();
  for (const cut of cuts) {
    const variant = variantOf(cut);
    if (chains.has(variant)) continue;
    const paths = new Set([fontPath(0, cut), fontPath(1, cut), fontPath(1, upright)]);
    const own = await Promise.all([...paths].map((path) => openOnce(path)));
    chains.set(variant, [...own, ...added]);
  }
  return (cut) => chains.get(variantOf(cut)) ?? [];
}

function openOnce(path: string): Promise<Face> {
  let face = files.get(path);
  if (!face) {
    face = open(path);
    files.set(path, face);
    // A font that could not be read may be there next time.
    face.catch(() => files.delete(path));
  }
  return face;
}

async function open(path: string): Promise<Face> {
  const { create } = await import('fontkit');
  let bytes: Buffer;
  let font: Font | FontCollection;
  try {
    bytes = await readFile(path);
    font = create(bytes);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new ExportError(
      'wrong-font-file',
      `the font \`${path}\` cannot be read: ${missing ? 'there is no such file' : error instanceof Error ? error.message : error}`,
      'Give the path of a TrueType or OpenType file (`.ttf`, `.otf`).',
    );
  }
  // PDF embeds the tables of a font as they are in the file, which WOFF2 packs and collections share.
  if (font.type === 'TTF' || font.type === 'WOFF') return { name: path, bytes, font: font as Font };
  throw new ExportError(
    'wrong-font-file',
    `the font \`${path}\` is ${font.type === 'WOFF2' ? 'packed as WOFF2' : `a collection (${font.type})`}`,
    'Give a single font as a TrueType or OpenType file (`.ttf`, `.otf`).',
  );
}
