/** What a file says of a layer, as text for those who look at the figure. */
import type { LayerOrigin } from 'nnfig/readers';
import type { Field, Message, Scalar } from '../prototxt/message.js';
import type { CaffeLayer } from './layer.js';

/** Longest text of one value; weights may stand in a file, too. */
const longest = 120;

/** Fields that are seen in the figure itself. */
const shown = new Set(['name', 'type', 'bottom', 'top']);

/** How parameters are trained: it goes last, after what they do. */
const training =
  /(?:^|\.)(?:\w*filler(?:\.|$)|(?:param|include|exclude|lr_mult|decay_mult|blobs_lr|weight_decay|propagate_down|phase|loss_weight)(?:\.|$))/;

/** Values by the names of their fields, all around them included. */
type Values = Map<string, string>;

function add(values: Values, path: string, { text, kind }: Scalar): void {
  const before = values.get(path);
  const value = kind === 'unknown' ? '?' : text;
  if (before === undefined) values.set(path, value.slice(0, longest));
  else if (before.length < longest) values.set(path, `${before}, ${value}`.slice(0, longest));
}

function collect(values: Values, fields: readonly Field[], path: string): void {
  for (const { name, value } of fields) {
    const inner = path === '' ? name : `${path}.${name}`;
    if (value.kind === 'message') collect(values, value.fields, inner);
    else add(values, inner, value);
  }
}

const parameters = /^\w+_param\./;

/** Leaves out `convolution_param.` and its like where no two names become one. */
function shorten(paths: Iterable<string>): Map<string, string> {
  const short = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const path of paths) {
    const name = path.replace(parameters, '');
    short.set(path, name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const [path, name] of short) if ((counts.get(name) ?? 0) > 1) short.set(path, path);
  return short;
}

function attributesOf(message: Message): LayerOrigin['attributes'] {
  const values: Values = new Map();
  for (const field of message.fields) {
    if (shown.has(field.name) && field.value.kind !== 'message') continue;
    collect(values, [field], '');
  }
  const names = shorten(values.keys());
  const first: (readonly [string, string])[] = [];
  const last: (readonly [string, string])[] = [];
  for (const [path, value] of values) {
    (training.test(path) ? last : first).push([names.get(path) ?? path, value]);
  }
  return [...first, ...last];
}

/**
 * Writes down what a file says of a layer.
 *
 * @param layer The layer.
 * @returns Its type and its parameters, by the names that the file has.
 */
export function originOf(layer: CaffeLayer): LayerOrigin {
  return { type: layer.type, attributes: attributesOf(layer.written) };
}
