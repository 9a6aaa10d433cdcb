import * as z from 'zod';
import { flag, whole, wording } from './attributes.js';
import { defineOperation, formatShape, type OperationCall, OperationError } from './operation.js';
import { inputAt, product, requireSequence, sizeAt } from './shapes.js';
import { repeatWork, softmaxWork, totalWork } from './work.js';

interface AttentionAttributes {
  readonly heads: number;
  readonly kvheads?: number | undefined;
  readonly headdim?: number | undefined;
  readonly out?: number | undefined;
}

/** Sizes of an attention: widths of what is projected, heads, lengths. */
function sizes({ attributes, inputs, context }: OperationCall<AttentionAttributes>) {
  const query = inputAt(inputs);
  const key = inputs[1] ?? query;
  const value = inputs[2] ?? key;
  for (const shape of [query, key, value]) requireSequence(shape, context, 'attention');
  const { heads, kvheads = heads, headdim, out } = attributes;
  const width = sizeAt(query, -1);
  if (headdim === undefined && width % heads !== 0) {
    throw new OperationError(
      `\`heads\` \`${heads}\` does not divide the width \`${width}\``,
      `Write a divisor of ${width}, or give \`headdim\`.`,
      'heads',
    );
  }
  if (heads % kvheads !== 0) {
    throw new OperationError(
      `\`kvheads\` \`${kvheads}\` does not divide the \`${heads}\` heads`,
      `Write a divisor of ${heads}.`,
      'kvheads',
    );
  }
  if (sizeAt(key, -2) !== sizeAt(value, -2)) {
    throw new OperationError(
      `\`attention\` needs keys and values of one length, but gets \`${formatShape(key)}\` and \`${formatShape(value)}\``,
      'Give both from one place.',
    );
  }
  const head = headdim ?? width / heads;
  return {
    heads,
    head,
    width,
    keyWidth: sizeAt(key, -1),
    valueWidth: sizeAt(value, -1),
    queries: heads * head,
    keys: kvheads * head,
    out: out ?? width,
    batch: product(query.slice(0, -2)),
    length: sizeAt(query, -2),
    memory: sizeAt(key, -2),
  };
}

/**
 * Multi-head attention (Vaswani et al., 2017); grouped-query with `kvheads` (Ainslie et
 * al., 2023); cross attention when it is given a memory, or keys and values.
 *
 * MACs are the projections and `2·heads·T·S·headdim` for scores and values: the full
 * square, also when it is causal, as dense kernels compute it. Beside them each score is
 * scaled, each query has a softmax over its scores, and the projections add their biases.
 */
export const attention = defineOperation({
  name: 'attention',
  aliases: [
    'mha',
    'multiheadattention',
    'selfattention',
    'groupqueryattention',
    'groupedqueryattention',
  ],
  category: 'attention',
  title: 'Attention',
  summary: 'Mixes the positions of a sequence, or takes from another one.',
  attributes: z.strictObject({
    heads: whole('heads').default(1).describe('Number of heads.'),
    kvheads: whole('kvheads')
      .optional()
      .describe('Number of heads of keys and values; as many as `heads` unless given.'),
    headdim: whole('headdim')
      .optional()
      .describe('Width of a head; the width by `heads` unless given.'),
    out: whole('out').optional().describe('Width of the output; that of the input unless given.'),
    causal: flag('causal', false).describe('Whether a position sees only those before it.'),
    bias: flag('bias', true).describe('Whether the projections have biases.'),
    outbias: z
      .boolean(wording('outbias', '`true` or `false`'))
      .optional()
      .describe('Whether the output projection has one; as `bias` unless given.'),
    project: flag('project', true).describe(
      'Whether it projects at all, or is given queries, keys and values.',
    ),
  }),
  positional: ['out'],
  inputs: { min: 1, max: 3 },
  outputs(call) {
    const query = inputAt(call.inputs);
    const { out, queries, width, keys, keyWidth } = sizes(call);
    if (!call.attributes.project && (queries !== width || keys !== keyWidth)) {
      throw new OperationError(
        `\`attention\` without projections needs queries of width \`${queries}\` and keys of \`${keys}\`, but gets \`${width}\` and \`${keyWidth}\``,
        'Project them before it with `dense`, or leave out `no-project`.',
        'project',
      );
    }
    return [[...query.slice(0, -1), call.attributes.project ? out : queries]];
  },
  parameters(call) {
    const { bias, outbias = bias, project } = call.attributes;
    if (!project) return 0;
    const { width, keyWidth, valueWidth, queries, keys, out } = sizes(call);
    const weights = width * queries + (keyWidth + valueWidth) * keys + queries * out;
    return weights + (bias ? queries + 2 * keys : 0) + (outbias ? out : 0);
  },
  macs(call) {
    const { width, keyWidth, valueWidth, queries, keys, out, batch, length, memory } = sizes(call);
    const products = 2 * queries * length * memory;
    if (!call.attributes.project) return batch * products;
    const ofQueries = length * (width * queries + queries * out);
    const ofMemory = memory * (keyWidth + valueWidth) * keys;
    return batch * (ofQueries + ofMemory + products);
  },
  work(call) {
    const { bias, outbias = bias, project } = call.attributes;
    const { heads, queries, keys, out, batch, length, memory } = sizes(call);
    const biases = (bias ? length * queries + 2 * memory * keys : 0) + (outbias ? length * out : 0);
    const scores = totalWork(softmaxWork(memory), { multiplications: memory });
    return totalWork(repeatWork(batch * heads * length, scores), {
      additions: project ? batch * biases : 0,
    });
  },
  windows: () => 'global',
  featureMap: () => false,
  label: ({ heads }) => (heads === 1 ? 'Attention' : `Attention ×${heads}`),
});
