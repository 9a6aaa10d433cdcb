/** Figures as pictures, and how far two of them are apart. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { fontPath } from '@nnfig/export';
import { readers } from '@nnfig/formats';
import { type Rendering, render } from 'nnfig';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import pixelmatch from 'pixelmatch';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { root } from '../../scripts/machine.mjs';

/** Pixels of a picture, four bytes each. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const fixtures = join(root, 'tests', 'fixtures');

/** Folders of fixtures: each style, and the networks. */
export const folders = readdirSync(fixtures).sort();

/**
 * Draws the fixtures of a folder.
 *
 * @param folder Its name.
 * @returns Names and figures.
 */
export function drawingsIn(folder: string): readonly (readonly [string, Rendering])[] {
  return readdirSync(join(fixtures, folder))
    .filter((file) => /\.(?:nn|prototxt)$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(join(fixtures, folder, file), 'utf8');
      return [file, render(text, {}, {}, { readers })] as const;
    });
}

/**
 * Opens a page in which the fonts of figures are those that exports have, so
 * that pictures differ by geometry alone.
 *
 * @param browser A browser.
 * @param scale Pixels for one px.
 * @returns The page.
 */
export async function openPage(browser: Browser, scale: number): Promise<Page> {
  const page = await browser.newPage({ deviceScaleFactor: scale });
  // The stack of figures is Helvetica, then Arial; what the first lacks comes from the second.
  const faces = (['Helvetica', 'Arial'] as const).flatMap((family, index) =>
    [false, true].flatMap((bold) =>
      [false, true].map((italic) => {
        const data = readFileSync(fontPath(index as 0 | 1, { bold, italic })).toString('base64');
        return `@font-face { font-family: ${family}; font-weight: ${bold ? 700 : 400}; font-style: ${italic ? 'italic' : 'normal'}; src: url(data:font/ttf;base64,${data}) }`;
      }),
    ),
  );
  await page.setContent(
    `<!doctype html><style>${faces.join('\n')} body { margin: 0; background: white } svg { display: block; text-rendering: geometricPrecision }</style><body>`,
  );
  return page;
}

/**
 * Takes a picture of an SVG in a browser.
 *
 * @param page A page of `openPage`.
 * @param svg The SVG.
 * @returns The picture.
 */
export async function browserPicture(page: Page, svg: string): Promise<Picture> {
  const { width, height } = await page.evaluate(async (text) => {
    document.body.innerHTML = text;
    // Fonts are loaded when a text first asks for them.
    document.body.getBoundingClientRect();
    await document.fonts.ready;
    const { width, height } = (document.body.firstElementChild as Element).getBoundingClientRect();
    return { width, height };
  }, svg);
  await page.setViewportSize({ width: Math.ceil(width), height: Math.ceil(height) });
  return pngPicture(await page.screenshot());
}

/**
 * Reads a PNG.
 *
 * @param bytes The file.
 * @returns Its picture.
 */
export function pngPicture(bytes: Uint8Array): Picture {
  return PNG.sync.read(Buffer.from(bytes));
}

const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** What a PDF shows and says. */
export interface PdfPage {
  readonly picture: Picture;
  /** Its texts, in the order of the page. */
  readonly text: string;
}

/**
 * Draws the page of a PDF and reads its text.
 *
 * @param bytes The file.
 * @param scale Pixels for one px, of which an inch has 96.
 * @returns Both.
 */
export async function readPdf(bytes: Uint8Array, scale: number): Promise<PdfPage> {
  const pdf = await getDocument({
    data: Uint8Array.from(bytes),
    standardFontDataUrl: `${join(pdfjs, 'standard_fonts')}/`,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  try {
    const page = await pdf.getPage(1);
    const viewport = page.getViewport({ scale: (scale * 96) / 72 });
    const canvas: Canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const { items } = await page.getTextContent();
    return {
      picture: { width: canvas.width, height: canvas.height, data: new Uint8Array(data.buffer) },
      text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** How far two pictures are apart. Edges that two programs smooth differently are not counted. */
export interface Difference {
  /** The part of all pixels that are plainly different, from 0 to 1. */
  readonly whole: number;
  /** The same in the square where it is greatest: a small thing that is missing or moved shows there. */
  readonly worst: number;
}

/** Side of the squares, in pixels: about two letters. */
const square = 32;

/**
 * Compares two pictures.
 *
 * @param a One.
 * @param b The other, of the same size.
 * @returns How far they are apart.
 * @throws {Error} If their sizes differ.
 */
export function difference(a: Picture, b: Picture): Difference {
  if (a.width !== b.width || a.height !== b.height) {
    throw new Error(`${a.width} × ${a.height} and ${b.width} × ${b.height} pixels`);
  }
  const { width, height } = a;
  const marks = new Uint8Array(width * height * 4);
  const options = { threshold: 0.3, diffMask: true };
  const count = pixelmatch(a.data, b.data, marks, width, height, options);
  const across = Math.ceil(width / square);
  const counts = new Uint32Array(across * Math.ceil(height / square));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = Math.floor(y / square) * across + Math.floor(x / square);
      // Smoothed edges are marked in another colour: yellow, and differences red.
      const at = 4 * (y * width + x);
      if (marks[at] === 255 && marks[at + 1] === 0) counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  return {
    whole: count / (width * height),
    worst: counts.reduce((most, each) => Math.max(most, each), 0) / square ** 2,
  };
}

/** How far the mean colours of small squares are apart, of 255. */
export interface Apart {
  readonly mean: number;
  /** The part of the squares that are plainly different. */
  readonly plain: number;
}

/** Side of those squares: within one, where a stroke or a letter lies does not matter. */
const cell = 8;

/** Two colours of which one is plainly another. */
const plainly = 45;

/**
 * Compares two pictures by programs that draw lines and letters each in its own way.
 *
 * @param a One.
 * @param b The other, of the same size.
 * @returns How far they are apart.
 * @throws {Error} If their sizes differ.
 */
export function apart(a: Picture, b: Picture): Apart {
  if (a.width !== b.width || a.height !== b.height) {
    throw new Error(`${a.width} × ${a.height} and ${b.width} × ${b.height} pixels`);
  }
  let sum = 0;
  let plain = 0;
  let count = 0;
  for (let y = 0; y + cell <= a.height; y += cell) {
    for (let x = 0; x + cell <= a.width; x += cell) {
      const [one, other] = [meanColour(a, x, y), meanColour(b, x, y)];
      const most = Math.max(...one.map((value, index) => Math.abs(value - (other[index] ?? 0))));
      sum += most;
      if (most > plainly) plain += 1;
      count += 1;
    }
  }
  return { mean: sum / count, plain: plain / count };
}

function meanColour({ data, width }: Picture, left: number, top: number): number[] {
  const sums = [0, 0, 0];
  for (let y = top; y < top + cell; y++) {
    for (let x = left; x < left + cell; x++) {
      for (const channel of [0, 1, 2]) {
        sums[channel] = (sums[channel] ?? 0) + (data[4 * (y * width + x) + channel] ?? 0);
      }
    }
  }
  return sums.map((sum) => sum / cell ** 2);
}

/** A part of a picture, in pixels. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Cuts a part out of a picture; what the picture lacks of it is white.
 *
 * @param picture The picture.
 * @param part The part.
 * @returns A picture of its own.
 */
export function cropped(picture: Picture, { left, top, width, height }: Part): Picture {
  const data = new Uint8Array(width * height * 4).fill(255);
  const across = Math.min(width, picture.width - left);
  for (let y = 0; y < Math.min(height, picture.height - top); y++) {
    const start = 4 * ((y + top) * picture.width + left);
    data.set(picture.data.subarray(start, start + 4 * across), 4 * y * width);
  }
  return { width, height, data };
}
