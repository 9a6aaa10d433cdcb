/**
 * The network: layers in the order they run, each with its inputs, shapes and
 * the blocks it stands in. It knows nothing of text or pixels.
 */
import type { Place } from '../diagnostics.js';
import type { Attributes, Profile, Shape } from '../ops/operation.js';

/** One output of one layer. */
export interface Reference {
  /** Id of the layer. */
  readonly layer: string;
  /** Which of its outputs; 0 unless it splits. */
  readonly port: number;
}

/** One layer: an operation with its attributes, wired to those before it. */
export interface Layer {
  /** Unique and stable: the user's name, or the operation's with a number, after the blocks it stands in (`bottleneck2.conv1`). */
  readonly id: string;
  /** The name that the description gives it, if any. */
  readonly name?: string;
  /** Name of its operation in `ops`. */
  readonly op: string;
  /** Validated attributes, defaults filled in. */
  readonly attributes: Attributes;
  readonly inputs: readonly Reference[];
  /** Shape of its first output, batch axis first; empty when it could not be inferred. */
  readonly shape: Shape;
  /** Shapes of all outputs. */
  readonly outputs: readonly Shape[];
  /** Whether what it was given is a feature map; see `OperationContext`. */
  readonly featureMap: boolean;
  /** Id of the innermost group it stands in. */
  readonly group?: string;
  /**
   * Id of the layer whose line it was written on (`conv 64 3x3 bn relu` is three layers, one
   * unit); of one that works in place on what another gives, that other's unit.
   */
  readonly unit: string;
  /** Id of the layer whose parameters it uses instead of its own. */
  readonly share?: string;
  /** What the notation that it was read from says of it, when that is not nnfig's own. */
  readonly origin?: LayerOrigin;
  readonly place?: Place;
}

/** What another notation says of a layer, for tooltips. */
export interface LayerOrigin {
  /** What it calls the operation, such as `InnerProduct`. */
  readonly type: string;
  /** Everything else that it says, name and value, in its order; nested names are joined by dots. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** What a group stands for in the description. */
export type GroupKind = 'block' | 'repeat' | 'residual' | 'branch' | 'group';

/** Layers that belong together: one copy of a block, a residual, a branch. */
export interface Group {
  readonly id: string;
  /** Name of the block, or the caption of the group. */
  readonly name: string;
  readonly kind: GroupKind;
  /** Id of the group around it. */
  readonly parent?: string;
  /** Copies of a repeated block share one key and are numbered from 0. */
  readonly repeat?: { readonly key: string; readonly index: number; readonly count: number };
}

/** A whole network. */
export interface Network {
  readonly name: string;
  readonly profile: Profile;
  /** All layers, inputs included, in an order in which each comes after its inputs. */
  readonly layers: readonly Layer[];
  readonly groups: readonly Group[];
  /** Layers of the operation `input`. */
  readonly inputs: readonly string[];
  readonly outputs: readonly Reference[];
}
