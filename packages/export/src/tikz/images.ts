/** Images beside a `.tex` file. */
import type { ImageNode } from 'nnfig/writers';

/** A raster image of a data URL. */
export interface Raster {
  /** Such as `png`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

const dataImage = /^data:image\/(png|jpeg|gif|webp);base64,([A-Za-z\d+/]+={0,2})$/;

/** What pdflatex reads, and how the names of such files end. */
const endings: Readonly<Record<string, string>> = { png: 'png', jpeg: 'jpg' };

/**
 * Reads the image of a node.
 *
 * @param node The node.
 * @returns The image; nothing when it is none that an SVG would show.
 */
export function rasterOf({ href }: ImageNode): Raster | undefined {
  const [, type, data] = dataImage.exec(href) ?? [];
  if (type === undefined || data === undefined) return undefined;
  return { type, bytes: new Uint8Array(Buffer.from(data, 'base64')) };
}

/** The image files of one document, each once. */
export class ImageFiles {
  readonly #stem: string;
  readonly #names = new Map<string, string>();
  /** Bytes by name. */
  readonly files: Record<string, Uint8Array> = {};

  /** @param name Name of the document without its ending; only letters, digits, `-` and `_` of it stay. */
  constructor(name: string) {
    this.#stem = name.replace(/[^a-zA-Z0-9_-]+/g, '-').replace(/^-+|-+$/g, '') || 'figure';
  }

  /**
   * Adds an image.
   *
   * @param node The node that shows it.
   * @param raster Its image.
   * @returns Name of the file; nothing when pdflatex cannot read such an image.
   */
  add(node: ImageNode, raster: Raster): string | undefined {
    const known = this.#names.get(node.href);
    if (known !== undefined) return known;
    const ending = endings[raster.type];
    if (ending === undefined) return undefined;
    const name = `${this.#stem}-image-${this.#names.size + 1}.${ending}`;
    this.#names.set(node.href, name);
    this.files[name] = raster.bytes;
    return name;
  }
}
