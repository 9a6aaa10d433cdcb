/** Layers of detectors: Fast and Faster R-CNN, R-FCN, SSD. */
import type { Shape } from 'nnfig/readers';
import { opaque, type Rule, type Rules } from './rule.js';

/** Proposals that are left for testing, and regions that are drawn for training (py-faster-rcnn). */
const proposals = 300;
const regions = 128;

/** Both sizes of a pooled region, by the names that forks have. */
function regionPooling(param: string): Rule {
  return {
    bottoms: [2, 2],
    labels: 1,
    regions: 1,
    translate({ layer }) {
      const params = layer.param(param);
      const square = params.whole('group_size', 1) ?? params.whole('pooled_size', 1);
      const height = params.whole('pooled_h', 1) ?? square;
      const width = params.whole('pooled_w', 1) ?? square;
      const out = params.whole('output_dim', 1);
      if (height === undefined || width === undefined) {
        return params.fail(
          'missing-value',
          `\`${param}\` needs \`pooled_h\` and \`pooled_w\``,
          'Write `pooled_h: 7 pooled_w: 7`.',
        );
      }
      const attributes = { size: [height, width], ...(out !== undefined && { out }) };
      return {
        op: 'roipool',
        attributes,
        from: { params, names: { size: 'pooled_h', out: 'output_dim' } },
      };
    },
  };
}

/** How many boxes SSD lays at each position (`prior_box_layer.cpp`). */
const priorBox: Rule = {
  bottoms: [1, 2],
  translate({ layer }) {
    const params = layer.param('prior_box_param');
    const smallest = params.numbers('min_size').length;
    const largest = params.numbers('max_size').length;
    const flips = params.flag('flip', true);
    if (smallest === 0) {
      return params.fail(
        'missing-value',
        '`prior_box_param` needs `min_size`',
        'Write `min_size: 30`.',
      );
    }
    // Ratios that differ by less than a millionth are one.
    const known = (ratio: number) => Math.round(ratio * 1e6);
    const ratios = new Set([known(1)]);
    for (const ratio of params.numbers('aspect_ratio')) {
      if (ratios.has(known(ratio))) continue;
      ratios.add(known(ratio));
      if (flips) ratios.add(known(1 / ratio));
    }
    return { op: 'priorbox', attributes: { boxes: ratios.size * smallest + largest } };
  },
};

/** At most so many detections, each image, class, score and corners. */
const detectionOutput: Rule = {
  bottoms: [3, 5],
  translate({ layer }) {
    const kept = layer.param('detection_output_param').index('keep_top_k') ?? 0;
    return opaque(layer, { shapes: [[1, 1, Math.max(kept, 1), 7]], kind: 'other' });
  },
};

/** A row for each class but the background, and one for each detection. */
const detectionEvaluate: Rule = {
  bottoms: [2, 2],
  labels: 1,
  translate({ layer, inputs: [input] }) {
    const params = layer.param('detection_evaluate_param');
    const classes = params.required('num_classes');
    if (!input || classes === undefined) return undefined;
    const background = params.index('background_label_id') ?? 0;
    const rows = classes - Number(background !== -1) + (input[2] ?? 1);
    return opaque(layer, { shapes: [[1, 1, rows, 5]], kind: 'other' });
  },
};

/** Proposals of a region proposal network: image and corners; the second top is their scores. */
const proposal: Rule = {
  bottoms: [3, Number.POSITIVE_INFINITY],
  labels: 2,
  translate: ({ layer }) =>
    opaque(layer, {
      shapes: [
        [proposals, 5],
        [proposals, 1],
      ].slice(0, Math.max(layer.tops.length, 1)),
      kind: 'other',
    }),
};

/** What the anchors of a region proposal network should be: `rpn_cls_score` has two a anchor. */
const anchorTarget: Rule = {
  bottoms: [1, Number.POSITIVE_INFINITY],
  labels: 1,
  translate({ layer, inputs: [score] }) {
    if (!score) return undefined;
    const [batch = 1, channels = 2, height = 1, width = 1] = score;
    const anchors = channels / 2;
    const corners: Shape = [batch, 4 * anchors, height, width];
    const shapes: Shape[] = [[batch, 1, anchors * height, width], corners, corners, corners];
    return opaque(layer, {
      shapes: shapes.slice(0, Math.max(layer.tops.length, 1)),
      kind: 'other',
    });
  },
};

/** Regions that are drawn for training, with classes and corners of each. */
const proposalTarget: Rule = {
  bottoms: [1, Number.POSITIVE_INFINITY],
  labels: 0,
  translate({ layer }) {
    const [, said] =
      /num_classes['"]?\s*:\s*(\d+)/.exec(layer.param('python_param').text('param_str') ?? '') ??
      [];
    const corners: Shape = [regions, 4 * Math.max(Number(said ?? 21), 1)];
    const shapes: Shape[] = [[regions, 5], [regions], corners, corners, corners];
    return opaque(layer, {
      shapes: shapes.slice(0, Math.max(layer.tops.length, 1)),
      kind: 'other',
    });
  },
};

/** Layers in Python that are well known, by the key of their class. */
export const pythonRules: Rules = {
  proposallayer: proposal,
  anchortargetlayer: anchorTarget,
  proposaltargetlayer: proposalTarget,
};

/** Layers of detectors. */
export const detectionRules: Rules = {
  roipooling: regionPooling('roi_pooling_param'),
  roialign: regionPooling('roi_align_param'),
  psroipooling: regionPooling('psroi_pooling_param'),
  psroialign: regionPooling('psroi_align_param'),
  priorbox: priorBox,
  detectionoutput: detectionOutput,
  detectionevaluate: detectionEvaluate,
  proposal,
};
