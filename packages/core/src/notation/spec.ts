/**
 * The canonical tree of a description: what the long form says, whichever form
 * was written. Values are not yet evaluated, since blocks give them parameters.
 */
import type { Place } from '../diagnostics.js';
import type { Profile } from '../ops/operation.js';
import type { Expression } from './expression.js';

/** A value as written: a number, a word, a sum, or a list of them. */
export type Value =
  | { readonly kind: 'literal'; readonly value: number | boolean | null }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'expression'; readonly text: string; readonly expression: Expression }
  | { readonly kind: 'list'; readonly items: readonly Value[] };

/** A value and where it stands. */
export interface Field {
  readonly value: Value;
  readonly place: Place;
}

/** A name and where it stands. */
export interface Name {
  readonly text: string;
  readonly place: Place;
}

/** What every step can carry. */
export interface StepBase {
  readonly place: Place;
  /** Names given to its outputs (`as`). */
  readonly as: readonly Name[];
  /** How often it runs (`x3`). */
  readonly repeat?: Field;
  /** The belief about its output's shape (`=> 256x56x56`), without the batch axis. */
  readonly expect?: Field;
  /** Tensors it takes instead of the current one (`from=`). */
  readonly from?: readonly Name[];
  /** Set after a problem that hides a part of what it says, so that nothing is said of what is missing. */
  readonly flawed?: true;
}

/** A normalisation or an activation on a layer's line; `none` takes a default away. */
export interface Follower {
  readonly role: 'norm' | 'act';
  /** Canonical name of the operation, or `none`. */
  readonly op: string;
  readonly place: Place;
}

/** One layer. */
export interface LayerStep extends StepBase {
  readonly kind: 'layer';
  /** Canonical name of the operation. */
  readonly op: string;
  readonly opPlace: Place;
  readonly attributes: ReadonlyMap<string, Field>;
  readonly followers: readonly Follower[];
  /** Further tensors it takes after the current one (`add e1`, `kv=memory`). */
  readonly operands: readonly Name[];
  /** Whether a stride belongs to every copy (`each/2`), not the first alone. */
  readonly each: boolean;
  /** Name of the layer whose parameters it uses. */
  readonly share?: Name;
}

/** Whose parameters a call uses: those of another call, or of its own first copy. */
export interface CallShare {
  /** Output of the other call; its own first copy unless given. */
  readonly name?: Name;
  readonly place: Place;
}

/** A call of a block. */
export interface CallStep extends StepBase {
  readonly kind: 'call';
  readonly block: string;
  readonly arguments: readonly Field[];
  readonly named: ReadonlyMap<string, Field>;
  readonly stride?: Field;
  readonly each: boolean;
  readonly share?: CallShare;
}

/**
 * `residual:`; without a shortcut, identity where the shapes agree, else a projection;
 * with `none`, identity where they agree, else nothing.
 */
export interface ResidualStep extends StepBase {
  readonly kind: 'residual';
  readonly body: readonly Step[];
  readonly shortcut?: readonly Step[] | 'none';
}

/** `concat:`, `add:`, … over a list of branches. */
export interface MergeStep extends StepBase {
  readonly kind: 'merge';
  readonly op: string;
  readonly opPlace: Place;
  readonly branches: readonly Branch[];
  readonly attributes: ReadonlyMap<string, Field>;
}

/** One branch: the name of an earlier tensor, or steps from the current one. */
export type Branch =
  | { readonly kind: 'name'; readonly name: Name }
  | { readonly kind: 'steps'; readonly steps: readonly Step[]; readonly place: Place };

/** `from:` makes an earlier tensor the current one. */
export interface FromStep extends StepBase {
  readonly kind: 'from';
  readonly name: Name;
}

/** Steps that belong together, perhaps repeated. */
export interface GroupStep extends StepBase {
  readonly kind: 'group';
  readonly name?: string;
  readonly body: readonly Step[];
}

/** A step that could not be read: it stands for one, and nothing is known of what it gives. */
export interface BrokenStep extends StepBase {
  readonly kind: 'broken';
}

export type Step =
  | LayerStep
  | CallStep
  | ResidualStep
  | MergeStep
  | FromStep
  | GroupStep
  | BrokenStep;

/** A parameter of a block. */
export interface Parameter {
  readonly name: string;
  readonly default?: Field;
}

/** A block: a function from tensors and numbers to a tensor. */
export interface Block {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Step[];
  /** Whether its body asks for the stride of the call (`/s`). */
  readonly takesStride: boolean;
  readonly place: Place;
  /** Set when its name and parameters could not be read. */
  readonly flawed?: true;
}

/** An input: its name and sizes, without the batch axis. */
export interface InputSpec {
  readonly name: string;
  /** Nothing when it could not be read. */
  readonly shape: Field | undefined;
  readonly place: Place;
}

/** What `defaults:` says of one operation. */
export interface OperationDefaults {
  readonly attributes: ReadonlyMap<string, Field>;
  readonly followers: readonly Follower[];
}

/** A plain value of the drawing part, with the places of what is inside it. */
export interface Located {
  readonly value: unknown;
  readonly place: Place;
  /** Place of what stands at a path inside it, or of the nearest thing around. */
  at(path: readonly PropertyKey[], key?: boolean): Place;
}

/** Keys of the settings that a block can have: how the model looks, and how it is counted. */
export const drawingKeys = [
  'title',
  'caption',
  'description',
  'style',
  'palette',
  'theme',
  'width',
  'source',
  'options',
  'labels',
  'draw',
  'legend',
  'sketch',
  'table',
  'counting',
  'batch',
  'phase',
  'format',
] as const;

/** One key of the drawing part. */
export type DrawingKey = (typeof drawingKeys)[number];

/** A whole description. */
export interface Spec {
  readonly name?: string;
  readonly profile?: Profile;
  /** Sizes by name; nothing for one that could not be read. */
  readonly dims: ReadonlyMap<string, number | undefined>;
  readonly inputs: readonly InputSpec[];
  /** File that the network stands in, in whatever notation (`from: ./deploy.prototxt`). */
  readonly from?: Name;
  /** Shapes of what layers give, by name, where the network is in another notation. */
  readonly shapes: ReadonlyMap<string, Field>;
  readonly defaults: ReadonlyMap<string, OperationDefaults>;
  readonly blocks: ReadonlyMap<string, Block>;
  readonly layers: readonly Step[];
  /** Names of the tensors that are its outputs, when it says so. */
  readonly outputs?: readonly Name[];
  /** Settings, by key. */
  readonly drawing: ReadonlyMap<DrawingKey, Located>;
  /** Place of every `as`, by name, for messages about names used too early. */
  readonly defined: ReadonlyMap<string, Place>;
}
