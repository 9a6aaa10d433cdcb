/** Layers that give data: how large what they give is, as far as the file says it. */
import type { Fields } from './fields.js';
import type { CaffeLayer } from './layer.js';

/** Messages that files keep `crop_size` in; for a while there was a `transform_param` in each. */
const cropping = [
  ...['transform_param', 'data_param', 'image_data_param', 'window_data_param'],
  'video_data_param',
];

function cropOf(layer: CaffeLayer): readonly [number, number] | undefined {
  const params = cropping.map((name) => layer.param(name));
  for (const param of [...params, ...params.map((each) => each.message('transform_param'))]) {
    const size = param.whole('crop_size') ?? 0;
    if (size > 0) return [size, size];
    const height = param.whole('crop_h') ?? 0;
    const width = param.whole('crop_w') ?? 0;
    if (height > 0 && width > 0) return [height, width];
  }
  return undefined;
}

/** SSD resizes before it crops. */
function resizedTo(layer: CaffeLayer): readonly [number, number] | undefined {
  const resize = layer.param('transform_param').message('resize_param');
  const image = layer.param('image_data_param');
  for (const [height = 0, width = 0] of [
    [resize.whole('height'), resize.whole('width')],
    [image.whole('new_height'), image.whole('new_width')],
  ]) {
    if (height > 0 && width > 0) return [height, width];
  }
  return undefined;
}

/** Three, one of grey images, more of several images at once: flow has two directions. */
function channelsOf(layer: CaffeLayer): number {
  const grey =
    layer.param('transform_param').flag('force_gray', false) ||
    !layer.param('image_data_param').flag('is_color', true);
  const video = layer.param('video_data_param');
  const each = video.text('modality') === 'FLOW' ? 2 : 3;
  return grey ? 1 : each * (video.whole('new_length', 1) ?? 1);
}

/** Shapes that a message gives for tops, one for all or one each. */
function shapesIn(param: Fields): readonly (readonly number[])[] {
  const shapes = param.messages('shape').map((shape) => shape.wholes('dim', 1));
  if (shapes.length > 0) return shapes;
  const lists = ['num', 'channels', 'height', 'width'].map((name) => param.wholes(name, 1));
  const count = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: count }, (_, top) => lists.map((list) => list[top] ?? list[0] ?? 1));
}

/**
 * Reads the shapes of what a data layer gives.
 *
 * @param layer A layer without bottoms.
 * @returns Whole shapes, first axis included, one a top; nothing for a top that the file
 *   does not say the size of.
 */
export function shapesOfData(layer: CaffeLayer): readonly (readonly number[] | undefined)[] {
  for (const name of ['input_param', 'dummy_data_param']) {
    const shapes = shapesIn(layer.param(name));
    if (shapes.length > 0) return layer.tops.map((_, top) => shapes[top] ?? shapes[0]);
  }
  const memory = layer.param('memory_data_param');
  if (memory.has('channels')) return [shapesIn(memory)[0]];
  const size = cropOf(layer) ?? resizedTo(layer);
  if (!size) return [];
  const image = [1, channelsOf(layer), ...size];
  // Boxes of objects come one a row, with class, corners and whether they are difficult.
  return layer.key === 'annotateddata' ? [image, [1, 1, 1, 8]] : [image];
}

/** Messages that say how many examples a batch has. */
const batching = ['data_param', 'image_data_param', 'hdf5_data_param', 'memory_data_param'];

/**
 * Reads how many examples a data layer gives at once.
 *
 * @param layer A layer without bottoms.
 * @returns The number; nothing when the file does not say it.
 */
export function batchOfData(layer: CaffeLayer): number | undefined {
  for (const name of batching) {
    const size = layer.param(name).whole('batch_size', 1);
    if (size !== undefined) return size;
  }
  return undefined;
}
