/** Images in the two formats that every writer can embed, PNG and JPEG. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ImageNode, Scene, SceneNode } from 'nnfig/writers';
import { ExportError } from './problems.js';

/** The bytes of an image that is PNG or JPEG. */
export interface Picture {
  readonly type: 'png' | 'jpeg';
  readonly bytes: Buffer;
}

/**
 * Brings the images of a scene into PNG or JPEG.
 *
 * @param scene The scene.
 * @returns The same scene when it has no others.
 * @throws {ExportError} If an image cannot be read.
 */
export async function convertImages(scene: Scene): Promise<Scene> {
  return { children: await Promise.all(scene.children.map(convertNode)) };
}

async function convertNode(node: SceneNode): Promise<SceneNode> {
  if (node.kind === 'group') {
    return { ...node, children: await Promise.all(node.children.map(convertNode)) };
  }
  if (node.kind !== 'image') return node;
  const { type, bytes } = await readImage(node);
  return { ...node, href: `data:image/${type};base64,${bytes.toString('base64')}` };
}

/**
 * Reads an image that `convertImages` has passed.
 *
 * @param node The image.
 * @returns Its bytes.
 */
export function imageBytes({ href }: ImageNode): Buffer {
  return Buffer.from(href.slice(href.indexOf(',') + 1), 'base64');
}

async function readImage(node: ImageNode): Promise<Picture> {
  if (!/^data:image\/[\w.+-]+;base64,/.test(node.href)) {
    throw unreadable('an image of the figure', 'it is not in the figure itself');
  }
  const bytes = imageBytes(node);
  const type = typeOf(bytes);
  try {
    switch (type) {
      case 'png':
        return { type: 'png', bytes: await plainPng(bytes) };
      case 'jpeg':
        return { type: 'jpeg', bytes: wholeJpeg(bytes) };
      case 'gif':
        return { type: 'png', bytes: await gifToPng(bytes) };
      case 'webp':
        return { type: 'png', bytes: await webpToPng(bytes) };
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw unreadable(`an image of the figure, ${type?.toUpperCase()},`, reason);
  }
  throw unreadable('an image of the figure', 'it is none of PNG, JPEG, GIF and WebP');
}

function unreadable(what: string, reason: string): ExportError {
  return new ExportError(
    'unreadable-image',
    `${what} cannot be read: ${reason}`,
    'Open the image in an image editor and save it as PNG.',
  );
}

/** By how the file begins, whatever it is said to be: as browsers tell. */
function typeOf(bytes: Buffer): 'png' | 'jpeg' | 'gif' | 'webp' | undefined {
  const start = bytes.toString('latin1', 0, 12);
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^GIF8[79]a/.test(start)) return 'gif';
  if (/^RIFF[\s\S]{4}WEBP$/.test(start)) return 'webp';
  return undefined;
}

/** Checks an image whole, since a broken one would leave a hole; an interlaced one is written anew for PDF. */
async function plainPng(bytes: Buffer): Promise<Buffer> {
  const { PNG } = await import('pngjs');
  const image = PNG.sync.read(bytes);
  const interlaced = bytes[28] !== 0;
  return interlaced ? PNG.sync.write(image) : bytes;
}

/** A JPEG ends with a marker; one that was cut off would leave a hole. */
function wholeJpeg(bytes: Buffer): Buffer {
  if (bytes.lastIndexOf('\xff\xd9', undefined, 'latin1') < 0) throw new Error('it is cut off');
  return bytes;
}

/** The first picture of a film. */
async function gifToPng(bytes: Buffer): Promise<Buffer> {
  const { Resvg } = await import('@resvg/resvg-js');
  const [width, height] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)];
  const href = `data:image/gif;base64,${bytes.toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${href}"/></svg>`;
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

async function webpToPng(bytes: Buffer): Promise<Buffer> {
  const [{ default: decode, init }, { PNG }] = await Promise.all([
    import('@jsquash/webp/decode.js'),
    import('pngjs'),
  ]);
  const { resolve } = createRequire(import.meta.url);
  const decoder = await readFile(resolve('@jsquash/webp/codec/dec/webp_dec.wasm'));
  await init(await WebAssembly.compile(decoder));
  const { width, height, data } = await decode(Uint8Array.from(bytes).buffer);
  const png = new PNG({ width, height });
  png.data = Buffer.from(data.buffer);
  return PNG.sync.write(png);
}
