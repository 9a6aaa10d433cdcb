/** What a file says of a layer, as text for those who look at the figure. */
import type { LayerOrigin } from 'nnfig/readers';
import type { Field, Scalar } from '../prototxt/message.js';
import type { CaffeLayer } from './layer.js';

/** Longest text of one value; weights may stand in a file, too. */
const longest = 120;

/** Fields that are seen in the figure itself. */
const shown = new Set(['name', 'type', 'bottom', 'top']);

/** How a layer is trained and when it is there goes last, after what it does. */
const training = new Set([
  ...['param', 'blobs_lr', 'weight_decay', 'propagate_down', 'loss_weight'],
  ...['include', 'exclude', 'phase'],
]);

/** One line: all values of one field. */
interface Line {
  /** The `…_param` that it is in; empty for none. */
  readonly param: string;
  /** Names of the fields around it in there, joined by dots. */
  readonly name: string;
  readonly last: boolean;
  value: string;
  /** Whether another line has the same name. */
  ambiguous: boolean;
}

/** Gathers lines; values of one field go into one. */
class Lines {
  readonly #byName = new Map<string, Line>();

  #lineOf(param: string, name: string, last: boolean): Line {
    const first = this.#byName.get(name);
    if (first?.param === param) return first;
    const key = first ? `${param}.${name}` : name;
    const own = first && this.#byName.get(key);
    if (own) return own;
    if (first) first.ambiguous = true;
    const line = { param, name, last, value: '', ambiguous: first !== undefined };
    this.#byName.set(key, line);
    return line;
  }

  #add(line: Line, { kind, text }: Scalar): void {
    if (line.value.length >= longest) return;
    const value = kind === 'unknown' ? '?' : text;
    line.value = (line.value === '' ? value : `${line.value}, ${value}`).slice(0, longest);
  }

  /** Adds a field with all that is in it. */
  collect({ name, value }: Field, param: string, around: string, trains: boolean): void {
    const last = trains || name.endsWith('filler') || (around === '' && training.has(name));
    const path = around === '' ? name : `${around}.${name}`;
    if (value.kind !== 'message') this.#add(this.#lineOf(param, path, last), value);
    else if (param === '' && around === '' && name.endsWith('_param')) {
      for (const field of value.fields) this.collect(field, name, '', trains);
    } else for (const field of value.fields) this.collect(field, param, path, last);
  }

  /** All lines, those of training last. */
  get attributes(): LayerOrigin['attributes'] {
    const first: (readonly [string, string])[] = [];
    const last: (readonly [string, string])[] = [];
    for (const line of this.#byName.values()) {
      const name = line.ambiguous && line.param !== '' ? `${line.param}.${line.name}` : line.name;
      (line.last ? last : first).push([name, line.value]);
    }
    return last.length > 0 ? [...first, ...last] : first;
  }
}

/**
 * Writes down what a file says of a layer.
 *
 * @param layer The layer.
 * @returns Its type and its parameters, by the names that the file has; `convolution_param.`
 *   and its like are left out where no two names become one.
 */
export function originOf(layer: CaffeLayer): LayerOrigin {
  const lines = new Lines();
  for (const field of layer.written.fields) {
    if (!shown.has(field.name)) lines.collect(field, '', '', false);
  }
  return { type: layer.type, attributes: lines.attributes };
}
