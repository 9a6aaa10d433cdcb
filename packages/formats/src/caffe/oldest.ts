/**
 * The oldest version of the format: `layers { layer { name: "conv1" type: "conv" … } bottom top }`,
 * with all parameters in one message, and padding as a layer of its own.
 */
import type { Field, Message } from '../prototxt/message.js';
import { CaffeLayer, keyOf } from './layer.js';
import type { Problems } from './problems.js';

/** Parameters that have other names now. */
const renamed: Readonly<Record<string, string>> = {
  kernelsize: 'kernel_size',
  biasterm: 'bias_term',
  batchsize: 'batch_size',
  cropsize: 'crop_size',
  meanfile: 'mean_file',
};

/** Types that take padding themselves. */
const padding = new Set(['convolution', 'pooling', 'im2col']);

/** What a connection of this version holds. */
interface Connection {
  readonly field: Field;
  readonly inner: Message;
  /** Fields of `inner` by their names of now. */
  readonly fields: readonly Field[];
  readonly key: string;
  readonly blobs: readonly Field[];
}

/**
 * Finds the layer inside a connection of the oldest version.
 *
 * @param message Value of a field `layers`.
 * @returns The message `layer` in it; nothing when the message is of a later version.
 */
export function innerLayer(message: Message): Message | undefined {
  for (const { name, value } of message.fields) {
    if (name === 'layer' && value.kind === 'message') return value;
  }
  return undefined;
}

function textOf(fields: readonly Field[], name: string): string {
  const value = fields.find((field) => field.name === name)?.value;
  return value && value.kind !== 'message' ? value.text : '';
}

function connectionOf(field: Field, message: Message, inner: Message): Connection {
  const fields = inner.fields.map((one) => ({ ...one, name: renamed[one.name] ?? one.name }));
  return {
    field,
    inner,
    fields,
    key: keyOf(textOf(fields, 'type')),
    blobs: message.fields.filter(({ name }) => name === 'bottom' || name === 'top'),
  };
}

/**
 * Brings layers of the oldest version to the current form. A padding layer goes into the
 * convolutions and poolings that take what it gives, as Caffe's own upgrade has it; one that
 * something else takes stays.
 *
 * @param fields Fields `layers` of the text, each with a layer of this version inside.
 * @param problems Where problems go.
 * @returns One layer a field that stays.
 */
export function upgradeOldest(fields: readonly Field[], problems: Problems): CaffeLayer[] {
  const connections = fields.flatMap((field) => {
    if (field.value.kind !== 'message') return [];
    const inner = innerLayer(field.value);
    return inner ? [connectionOf(field, field.value, inner)] : [];
  });
  const otherwise = new Set<string>();
  for (const { key, blobs } of connections) {
    if (padding.has(key)) continue;
    for (const { name, value } of blobs) {
      if (name === 'bottom' && value.kind !== 'message') otherwise.add(value.text);
    }
  }
  const padded = new Map<string, { readonly bottom: Field; readonly pad: readonly Field[] }>();
  const layers: CaffeLayer[] = [];
  for (const { field, inner, fields: own, key, blobs } of connections) {
    const bottom = blobs.find(({ name }) => name === 'bottom');
    const top = textOf(blobs, 'top');
    if (key === 'padding' && bottom && !otherwise.has(top)) {
      padded.set(top, { bottom, pad: own.filter(({ name }) => name === 'pad') });
      continue;
    }
    const before = padding.has(key) ? padded.get(textOf(blobs, 'bottom')) : undefined;
    const wired = before ? blobs.map((blob) => (blob === bottom ? before.bottom : blob)) : blobs;
    const parameters = before ? [...before.pad, ...own.filter(({ name }) => name !== 'pad')] : own;
    const named = own.filter(({ name }) => name === 'name' || name === 'type');
    layers.push(
      new CaffeLayer(
        {
          message: { ...inner, fields: [...named, ...wired] },
          written: { ...inner, fields: before ? [...before.pad, ...inner.fields] : inner.fields },
          span: { start: field.start, end: field.start + field.name.length },
          flat: { ...inner, fields: parameters },
        },
        problems,
      ),
    );
  }
  return layers;
}
