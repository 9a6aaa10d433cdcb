/** What names mean while a network is built: tensors and numbers, block by block. */
import type { Place } from '../diagnostics.js';
import type { Shape } from '../ops/operation.js';
import type { Reference } from './network.js';

/** A tensor while the network is built: an output of a layer, and its shape if it is known. */
export interface Tensor extends Reference {
  /** Nothing when an earlier problem left it unknown. */
  readonly shape: Shape | undefined;
  /** Whether it is a feature map, channels first. */
  readonly featureMap: boolean;
}

/** A tensor after a problem: every rule lets it pass. */
export const unknownTensor: Tensor = { layer: '', port: 0, shape: undefined, featureMap: false };

/** What a name can stand for. */
export type Meaning =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'tensor'; readonly tensor: Tensor; readonly outputs?: readonly Tensor[] }
  /** Known to be something, but a problem hides what. */
  | { readonly kind: 'unknown' };

/** The names of one block's copy; what it does not know, the description around it does. */
export class Scope {
  readonly #names = new Map<string, { meaning: Meaning; place?: Place }>();

  /** @param around The scope of the whole description, for a block's own scope. */
  constructor(readonly around?: Scope) {}

  /**
   * Gives a name its meaning; one given before is replaced.
   *
   * @param name The name.
   * @param meaning What it stands for.
   * @param place Where it is given.
   */
  set(name: string, meaning: Meaning, place?: Place): void {
    this.#names.set(name, { meaning, ...(place && { place }) });
  }

  /**
   * @param name A name.
   * @returns What it stands for.
   */
  get(name: string): Meaning | undefined {
    return this.#names.get(name)?.meaning ?? this.around?.get(name);
  }

  /**
   * @param name A name.
   * @returns Where this scope itself gave it.
   */
  placeOf(name: string): Place | undefined {
    return this.#names.get(name)?.place;
  }

  /** @returns Names of all tensors that can be seen, nearest first. */
  tensorNames(): string[] {
    const own = [...this.#names].filter(([, { meaning }]) => meaning.kind === 'tensor');
    return [...own.map(([name]) => name), ...(this.around?.tensorNames() ?? [])];
  }

  /** @returns Names of all numbers that can be seen. */
  numberNames(): string[] {
    const own = [...this.#names].filter(([, { meaning }]) => meaning.kind === 'number');
    return [...own.map(([name]) => name), ...(this.around?.numberNames() ?? [])];
  }
}
