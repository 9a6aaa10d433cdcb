/** Layers that enlarge maps, or cut them to a size. */
import { formatShape, quote, type Shape } from 'nnfig/readers';
import { one, opaque, type Rule, type Rules } from './rule.js';

/** Whether a crop would reach over the end of what it is cut from. */
function isTooSmall(input: Shape, like: Shape, axis: number, offsets: readonly number[]): boolean {
  if (input.length !== like.length) return false;
  return input.slice(axis).some((size, position) => {
    const offset = offsets[offsets.length > 1 ? position : 0] ?? 0;
    return offset + (like[axis + position] ?? 0) > size;
  });
}

const crop: Rule = {
  bottoms: [2, 2],
  translate({ layer, inputs: [input, like] }) {
    const params = layer.param('crop_param');
    const offsets = params.wholes('offset');
    const said = params.index('axis') ?? 2;
    const axis = said < 0 && input ? said + input.length : said;
    // Nothing is cut of the batch: both have the same.
    const skipped = axis === 0 && offsets.length > 1 ? offsets.slice(1) : offsets;
    const first = Math.max(axis, 1);
    if (input && like && isTooSmall(input, like, first, skipped)) {
      // Caffe refuses this, but who draws a network wants to see it, as files are handed around.
      layer.problems.warn(
        'shape-mismatch',
        `${quote(layer.name)} cannot cut \`${formatShape(like)}\` out of \`${formatShape(input)}\`; it is drawn as if it could`,
        layer.span,
        'Crop the larger of the two blobs, or pad more before it.',
      );
      const shape = [...input.slice(0, first), ...like.slice(first)];
      return opaque(layer, { shapes: [shape], kind: 'resample' });
    }
    const attributes = {
      axis: first,
      ...(skipped.length > 0 && { offset: skipped.length > 1 ? skipped : skipped[0] }),
    };
    return {
      op: 'croplike',
      attributes,
      from: { params, names: { axis: 'axis', offset: 'offset' } },
    };
  },
};

/** DeepLab's: what is enlarged keeps its corners, so that `n` becomes `(n − 1)·zoom + 1`. */
const interp: Rule = {
  bottoms: [1, 2],
  translate({ layer, inputs: [input, like] }) {
    const params = layer.param('interp_param');
    if (!input) return undefined;
    const pad = (params.index('pad_beg') ?? 0) + (params.index('pad_end') ?? 0);
    const shrink = params.whole('shrink_factor', 1) ?? 1;
    const zoom = params.whole('zoom_factor', 1) ?? 1;
    const scaled = (size: number) => Math.floor((size + pad - 1) / shrink) * zoom + 1;
    const size = ['height', 'width'].map((name, axis) => {
      const own = params.whole(name) ?? 0;
      return own > 0 ? own : (like?.[axis + 2] ?? scaled(input[axis + 2] ?? 1));
    });
    if (like) {
      return opaque(layer, { shapes: [[...input.slice(0, 2), ...size]], kind: 'resample' });
    }
    return { op: 'resize', attributes: { size, mode: 'bilinear' } };
  },
};

/** SegNet's puts values back to where a pooling found them; that of others repeats them. */
const upsample: Rule = {
  bottoms: [1, 2],
  translate({ layer, inputs: [input] }) {
    const params = layer.param('upsample_param');
    const scale = params.whole('stride', 1) ?? params.whole('scale', 1) ?? 2;
    const unpools = layer.bottoms.length > 1;
    if (!input) return undefined;
    const size = ['h', 'w'].map((axis, position) => {
      const own = params.whole(`upsample_${axis}`) ?? 0;
      if (own > 0) return own;
      const factor = params.whole(`scale_${axis}`, 1) ?? scale;
      const cut = Number(params.flag(`pad_out_${axis}`, false));
      return (input[position + 2] ?? 1) * factor - cut;
    });
    return {
      op: unpools ? 'unpool' : 'upsample',
      attributes: unpools ? { size } : { size, mode: 'nearest' },
    };
  },
};

const reorganize: Rule = {
  bottoms: one,
  translate({ layer }) {
    const factor = layer.param('reorg_param').whole('stride', 1) ?? 2;
    return { op: 'pixelunshuffle', attributes: { factor } };
  },
};

/** Padding of the oldest version, where nothing takes it over. */
const padding: Rule = {
  bottoms: one,
  translate: ({ layer }) => ({
    op: 'pad',
    attributes: { padding: layer.param('padding_param').whole('pad') ?? 0 },
  }),
};

/** Layers that enlarge maps, or cut them to a size. */
export const resampleRules: Rules = {
  crop,
  interp,
  upsample,
  reorg: reorganize,
  padding,
};
