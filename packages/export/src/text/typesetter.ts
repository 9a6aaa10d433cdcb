/** From characters to glyphs: which font draws what, and where each piece of a line stands. */

import type { GlyphRun } from 'fontkit';
import type { Diagnostic } from 'nnfig';
import {
  cleanText,
  type FormulaPiece,
  piecesOf,
  type Scene,
  type SceneNode,
  scriptStyle,
  type TextNode,
  type TextRun,
} from 'nnfig/writers';
import { warning } from '../problems.js';
import { directedRuns } from './direction.js';
import { type Cut, type Face, openFonts } from './fonts.js';

/** Characters of one font. */
export interface Piece {
  readonly face: Face;
  readonly text: string;
  readonly run: GlyphRun;
  /** Width in font sizes. */
  readonly width: number;
}

/** A part of a line, from the anchor of the line, before the line is turned. */
export interface Placed {
  readonly x: number;
  /** Its baseline. */
  readonly y: number;
  readonly size: number;
  /** What is drawn: characters of one font, or a formula. */
  readonly content: Piece | FormulaPiece;
}

/** A character and the marks, joiners and selectors that belong to it. */
const cluster = /\P{M}[\p{M}\p{Cf}]*|[\p{M}\p{Cf}]+/gsu;

/** Characters that rightly draw nothing. */
const blank = /^[\s\p{Cf}\p{Mn}\p{Me}]*$/u;

const invisible = /[\p{Cf}\p{Variation_Selector}]/gu;

/** Sets lines with opened fonts, and notes what none of them can draw. */
export class Typesetter {
  readonly #facesOf: (cut: Cut) => readonly Face[];
  readonly #missing = new Set<string>();
  readonly #drawn = new Map<Face, Map<number, boolean>>();

  private constructor(facesOf: (cut: Cut) => readonly Face[]) {
    this.#facesOf = facesOf;
  }

  /**
   * Opens the fonts that a scene needs.
   *
   * @param scene The scene.
   * @param further Paths of fonts for what the bundled ones lack.
   * @returns A typesetter of its texts.
   * @throws {ExportError} If a further font cannot be read.
   */
  static async open(scene: Scene, further: readonly string[] = []): Promise<Typesetter> {
    return new Typesetter(await openFonts(cutsOf(scene.children), further));
  }

  /** Warnings about characters that no font has: one that names all of them, or none. */
  get warnings(): readonly Diagnostic[] {
    if (this.#missing.size === 0) return [];
    const characters = [...this.#missing].sort();
    const names = characters.map((text) => `\`${text}\` (${codePoints(text)})`).join(', ');
    return [
      warning(
        'missing-glyph',
        `no font has ${names}; a box stands in ${characters.length === 1 ? 'its place' : 'their places'}`,
        'Name a font file that has what is missing: `fonts: [path]`, or `--font path` on the command line.',
      ),
    ];
  }

  /**
   * Sets a line.
   *
   * @param node The line.
   * @returns Its parts, from left to right.
   */
  line(node: TextNode): Placed[] {
    const { anchor = 'start', runs = [{ text: node.text }] } = node;
    if (!runs.some(({ math }) => math)) return this.#stretch(runs, 0, anchor, node);
    // Formulas stand where core measures them, and texts lean on them: as in the SVG.
    return piecesOf({ ...node, x: 0, y: 0 }).flatMap((piece) =>
      piece.kind === 'formula'
        ? [{ x: 0, y: 0, size: 1, content: piece }]
        : this.#stretch(piece.runs, piece.x, piece.anchor, node),
    );
  }

  #stretch(
    runs: readonly TextRun[],
    at: number,
    anchor: 'start' | 'middle' | 'end',
    node: TextNode,
  ): Placed[] {
    const placed: Placed[] = [];
    let x = 0;
    for (const { text, script, italic = false } of runs) {
      const size = node.size * (script === undefined ? 1 : scriptStyle.size);
      const y = script === undefined ? 0 : scriptStyle[script] * node.size;
      for (const content of this.#pieces(cleanText(text), cutOf(node, italic))) {
        placed.push({ x, y, size, content });
        x += content.width * size;
      }
    }
    const shift = at - { start: 0, middle: x / 2, end: x }[anchor];
    return placed.map((part) => ({ ...part, x: part.x + shift }));
  }

  #pieces(text: string, style: Cut): Piece[] {
    return directedRuns(text).flatMap(({ text, direction }) => {
      const stretches: { face: Face; text: string }[] = [];
      for (const [characters] of text.matchAll(cluster)) {
        const last = stretches.at(-1);
        // Joiners and selectors stay with what is before them; a space has the width of the first font's.
        const joins = last && characters.replace(invisible, '') === '';
        const face = joins ? last.face : this.#choose(characters, style);
        if (last?.face === face) last.text += characters;
        else stretches.push({ face, text: characters });
      }
      const pieces = stretches.map((stretch) => {
        const { font } = stretch.face;
        const run = font.layout(stretch.text, undefined, undefined, undefined, direction);
        return { ...stretch, run, width: run.advanceWidth / font.unitsPerEm };
      });
      return direction === 'rtl' ? pieces.reverse() : pieces;
    });
  }

  #choose(characters: string, style: Cut): Face {
    const faces = this.#facesOf(style);
    const visible = [...characters.replace(invisible, '')].map((one) => one.codePointAt(0) ?? 0);
    const face = faces.find((each) => visible.every((codePoint) => this.#draws(each, codePoint)));
    if (!face) this.#missing.add(characters.replace(invisible, ''));
    return face ?? (faces[0] as Face);
  }

  /** Colour fonts have pictures instead of outlines, which would leave nothing. */
  #draws(face: Face, codePoint: number): boolean {
    let known = this.#drawn.get(face);
    if (!known) {
      known = new Map();
      this.#drawn.set(face, known);
    }
    let drawn = known.get(codePoint);
    if (drawn === undefined) {
      const { font } = face;
      drawn =
        font.hasGlyphForCodePoint(codePoint) &&
        (blank.test(String.fromCodePoint(codePoint)) ||
          font.glyphForCodePoint(codePoint).path.commands.length > 0);
      known.set(codePoint, drawn);
    }
    return drawn;
  }
}

function cutOf(node: TextNode, italic: boolean): Cut {
  return { bold: node.weight === 'bold', italic: italic || node.italic === true };
}

function cutsOf(nodes: readonly SceneNode[]): Cut[] {
  return nodes.flatMap((node): Cut[] => {
    if (node.kind === 'group') return cutsOf(node.children);
    if (node.kind !== 'text') return [];
    const runs: readonly TextRun[] = node.runs ?? [{ text: node.text }];
    return runs.map(({ italic = false }) => cutOf(node, italic));
  });
}

function codePoints(text: string): string {
  return [...text]
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}
