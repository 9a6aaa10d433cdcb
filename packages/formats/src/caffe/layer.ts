/** One layer of a prototxt, in the form that all versions of the format are brought to. */
import type { Message, Scalar } from '../prototxt/message.js';
import { Fields, type Health } from './fields.js';
import type { Problems, Span } from './problems.js';

/** A blob where a layer names it. */
export interface BlobName extends Span {
  readonly text: string;
}

/** What a layer is made from. */
export interface LayerParts {
  /** Its message as the current version has it, or what comes nearest. */
  readonly message: Message;
  /** What the file itself says, for those who look at the figure. */
  readonly written: Message;
  /** Where problems of the whole layer stand: the word that begins it. */
  readonly span: Span;
  /** What all `…_param` messages are in the oldest version, which had none. */
  readonly flat?: Message;
}

/** A layer with its blobs and parameters. */
export class CaffeLayer implements Health {
  readonly name: string;
  /** As the file has it, such as `InnerProduct`, `INNER_PRODUCT` or `innerproduct`. */
  readonly type: string;
  /** Type that rules are found by: in lower case, without marks between words. */
  readonly key: string;
  readonly typeSpan: Span;
  readonly bottoms: readonly BlobName[];
  readonly tops: readonly BlobName[];
  readonly fields: Fields;
  readonly written: Message;
  readonly span: Span;
  /** Whether something in it could not be read, so that its shape is unknown. */
  failed = false;
  readonly #flat: Message | undefined;
  readonly #inPlace: ReadonlySet<string>;

  /**
   * @param parts What it is made from.
   * @param problems Where problems go.
   */
  constructor(
    { message, written, span, flat }: LayerParts,
    readonly problems: Problems,
  ) {
    this.fields = new Fields('layer', message.fields, span, problems, this);
    this.written = written;
    this.span = span;
    this.#flat = flat;
    const bottoms: BlobName[] = [];
    const tops: BlobName[] = [];
    let name: Scalar | undefined;
    let type: Scalar | undefined;
    for (const { name: field, value } of message.fields) {
      if (value.kind === 'message' || value.kind === 'unknown') continue;
      if (field === 'bottom') bottoms.push(value);
      else if (field === 'top') tops.push(value);
      else if (field === 'name') name = value;
      else if (field === 'type') type = value;
    }
    this.bottoms = bottoms;
    this.tops = tops;
    this.type = type?.text ?? '';
    const taken = new Set(bottoms.map(({ text }) => text));
    this.#inPlace = new Set(tops.map(({ text }) => text).filter((text) => taken.has(text)));
    this.typeSpan = type ?? span;
    this.key = keyOf(this.type);
    this.name = name?.text || tops[0]?.text || this.type || 'layer';
  }

  /**
   * @param name Name of a message with parameters, such as `convolution_param`.
   * @returns Its fields; none when it is not there.
   */
  param(name: string): Fields {
    if (!this.#flat) return this.fields.message(name);
    return new Fields('layer', this.#flat.fields, this.span, this.problems, this);
  }

  /**
   * @param blob Name of a blob.
   * @returns Whether the layer writes over what it reads of it.
   */
  worksInPlaceOn(blob: string): boolean {
    return this.#inPlace.has(blob);
  }
}

/** What older versions call types whose names differ by more than marks and case. */
const older: Readonly<Record<string, string>> = {
  conv: 'convolution',
  pool: 'pooling',
  images: 'imagedata',
  softmaxloss: 'softmaxwithloss',
};

/**
 * Brings the names that a type has in all versions to one.
 *
 * @param type Type as a file has it: `InnerProduct`, `INNER_PRODUCT`, `innerproduct`.
 * @returns It in lower case, without marks between words: `innerproduct`.
 */
export function keyOf(type: string): string {
  const key = type.toLowerCase().replace(/[_\s-]/g, '');
  return Object.hasOwn(older, key) ? (older[key] ?? key) : key;
}
