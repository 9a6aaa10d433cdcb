/**
 * What reads other notations and model files into networks. Core has none of its own beyond
 * texts as small as ConvNetDraw's; `@nnfig/formats` has them, and adapters hand them in.
 */
import type { Reporter } from './diagnostics.js';
import type { DeclaredShape } from './network/declared-shape.js';
import type { Network } from './network/network.js';
import type { Source } from './notation/source.js';

/** What is said around a text of how it is read. */
export interface ReadContext {
  /** Where problems go; their places are in the text that is read. */
  readonly reporter: Reporter;
  /** Size of the batch axis of all inputs, whatever the text says. */
  readonly batch: number;
  /** Which layers of a text for several phases count; the reader's choice unless given. */
  readonly phase?: 'train' | 'test' | undefined;
  /**
   * Sizes of inputs by name, whatever the text says. The one of the empty name is that of
   * the first input. A name that is no input must be reported by the reader.
   */
  readonly inputs: ReadonlyMap<string, DeclaredShape>;
  /**
   * Sizes of what a layer gives, by name of the layer: for those that the reader knows no
   * rule of. A name that is no layer must be reported by the reader.
   */
  readonly shapes: ReadonlyMap<string, DeclaredShape>;
}

/** What reads one notation or one kind of model file. */
export interface ModelReader {
  /** Name as written in `format=`, such as `caffe`. */
  readonly name: string;
  /** Name for people, such as `Caffe prototxt`. */
  readonly title: string;
  /** Endings of its files with the dot, in lower case. */
  readonly extensions: readonly string[];
  /** Style that its networks are drawn in where nothing names one. */
  readonly style?: string;
  /**
   * Tells its texts from all others.
   *
   * @param text Any text; this must not take long, whatever it holds.
   * @returns Whether it surely is one of its own.
   */
  recognizes(text: string): boolean;
  /**
   * Reads a text.
   *
   * @param source The text.
   * @param context What is said around it, and where problems go.
   * @returns The network; nothing when problems leave none.
   */
  read(source: Source, context: ReadContext): Network | undefined;
}
