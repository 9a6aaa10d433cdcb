/**
 * What an operation is. Each file of this folder holds one operation (or one
 * family that shares its rule) as an entry of this shape; `index.ts` lists them.
 * An operation knows shapes and numbers, never graphs, text or pixels.
 */
import type * as z from 'zod';

/** Sizes of a tensor, batch axis first; feature maps are channels first: `[1, 3, 224, 224]`. */
export type Shape = readonly number[];

/** Whose arithmetic decides where frameworks differ: padding defaults, rounding, counting. */
export type Profile = 'torch' | 'keras' | 'caffe';

/** What kind of thing an operation does; colours and legends follow it. */
export type Category =
  | 'input'
  | 'convolution'
  | 'pooling'
  | 'dense'
  | 'normalization'
  | 'activation'
  | 'regularization'
  | 'reshape'
  | 'merge'
  | 'resample'
  | 'embedding'
  | 'attention'
  | 'recurrent'
  | 'other';

/** What an operation may know besides its attributes and shapes. */
export interface OperationContext {
  readonly profile: Profile;
  /**
   * Whether the input is a feature map (channels first, from a convolution or a
   * pooling, or an input of three or more axes), not a sequence or a vector.
   */
  readonly featureMap: boolean;
}

/** How one spatial axis of the output looks at its input: for receptive fields. */
export interface Window {
  /** Extent of the kernel on the axis, before dilation. */
  readonly kernel: number;
  /** Step on the input per step on the output; a fraction when the operation enlarges. */
  readonly stride: number;
  readonly dilation: number;
  /** Padding before the first input position. */
  readonly padding: number;
}

/** Attributes after validation, as an operation reads them. */
export type Attributes = Readonly<Record<string, unknown>>;

/** Everything that an operation's rules are given. */
export interface OperationCall<A = Attributes> {
  readonly attributes: A;
  /** Shapes of the inputs, at least as many as `inputs.min`. */
  readonly inputs: readonly Shape[];
  readonly context: OperationContext;
}

/** The same, once the shapes of the outputs are known. */
export interface CountedCall<A = Attributes> extends OperationCall<A> {
  readonly outputs: readonly Shape[];
}

/**
 * Elementary operations of one run, besides multiply-accumulates: those that the rules of
 * an operation say outright, one a number that it makes. What is not given is none.
 */
export interface Work {
  /** Comparisons of two numbers, as in max pooling and ReLU. */
  readonly comparisons?: number;
  /** Additions and subtractions. */
  readonly additions?: number;
  /** Multiplications that are no part of a multiply-accumulate. */
  readonly multiplications?: number;
  readonly divisions?: number;
  /** Exponentials, logarithms, powers and roots. */
  readonly exponentials?: number;
}

/** One operation: what it is called, what it takes, and its rules. */
export interface Operation<Schema extends z.ZodObject = z.ZodObject> {
  /** Canonical name, as written at the start of a line. */
  readonly name: string;
  /** Other names it answers to. */
  readonly aliases?: readonly string[];
  readonly category: Category;
  /** Name for people, such as `Convolution`. */
  readonly title: string;
  /** One sentence for the reference. */
  readonly summary: string;
  /** Its attributes, each with a description; unknown ones are errors. */
  readonly attributes: Schema;
  /** Attributes that bare numbers fill, in their order. */
  readonly positional?: readonly string[];
  /** Attribute that takes every bare number as one list (`permute 0 2 1`). */
  readonly variadic?: string;
  /** Attribute that a size such as `3x3` fills; none unless given. */
  readonly size?: string;
  /** Whether a normalisation and an activation may follow on its line (`conv 64 3x3 bn relu`). */
  readonly composable?: boolean;
  /** How many tensors it takes; one unless given. */
  readonly inputs?: { readonly min: number; readonly max: number };
  /**
   * Its shape rule.
   *
   * @throws {OperationError} If the shapes or attributes do not fit.
   */
  outputs(call: OperationCall<z.output<Schema>>): readonly Shape[];
  /** Trainable numbers; 0 unless given. */
  parameters?(call: CountedCall<z.output<Schema>>): number;
  /** Numbers that are kept but not trained, such as running means; 0 unless given. */
  buffers?(call: CountedCall<z.output<Schema>>): number;
  /**
   * Multiply-accumulates: convolutions, transposed convolutions, linear layers
   * and attention products count; bias, normalisation, activation and pooling do not.
   */
  macs?(call: CountedCall<z.output<Schema>>): number;
  /** Comparisons, additions and so on, besides its multiply-accumulates; none unless given. */
  work?(call: CountedCall<z.output<Schema>>): Work;
  /** Whether its parameters and multiply-accumulates are known; they are unless given. */
  isCounted?(attributes: z.output<Schema>): boolean;
  /**
   * The window of each spatial axis, or `global` when every output sees every
   * input; when there is none, an output sees the input at its own place.
   *
   * @param call The call.
   * @param input Which input is looked at: a merge that crops looks at each differently.
   */
  windows?(
    call: CountedCall<z.output<Schema>>,
    input: number,
  ): readonly Window[] | 'global' | undefined;
  /**
   * Whether one input may weigh another, as in squeeze-and-excitation: the literature
   * leaves an input that sees everything out of the receptive field then.
   */
  readonly gates?: boolean;
  /**
   * Whether its first output is a feature map; as its first input unless given.
   * Only the operation knows: a convolution makes one, `tokens` makes a sequence of it.
   */
  featureMap?(call: CountedCall<z.output<Schema>>): boolean;
  /** Short text for a figure, such as `Conv 5×5`; the title unless given. */
  label?(attributes: z.output<Schema>): string;
}

/** What a rule throws when shapes or attributes do not fit; the caller knows the place. */
export class OperationError extends Error {
  override readonly name = 'OperationError';

  /**
   * @param message One sentence that says what is wrong, values in backticks.
   * @param hint What to do, one sentence.
   * @param attribute The attribute at fault, if it is one.
   * @param rule Kind of problem.
   */
  constructor(
    message: string,
    readonly hint?: string,
    readonly attribute?: string,
    readonly rule: string = 'shape-mismatch',
  ) {
    super(message);
  }
}

/**
 * Checks an entry's types and forgets them, so that entries of all schemas fit in one list.
 *
 * @param operation The entry.
 * @returns The same entry.
 */
export function defineOperation<Schema extends z.ZodObject>(
  operation: Operation<Schema>,
): Operation {
  return operation as unknown as Operation;
}

/**
 * Writes a shape as papers do: without the batch axis, `64×56×56`.
 *
 * @param shape Shape, batch axis first.
 * @returns The sizes joined by `×`; `scalar` when there are none.
 */
export function formatShape(shape: Shape): string {
  return shape.length > 1 ? shape.slice(1).join('×') : 'scalar';
}
