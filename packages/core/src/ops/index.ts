/** All operations, and how they are found by any of their names. */
import { activations } from './activations.js';
import { adaptiveavgpool, adaptivemaxpool } from './adaptive.js';
import { argmax } from './argmax.js';
import { attention } from './attention.js';
import { batchnorm } from './batch-normalization.js';
import { concat } from './concat.js';
import { conv } from './convolution.js';
import { croplike } from './crop-like.js';
import { op } from './custom.js';
import { dense } from './dense.js';
import { dwconv } from './depthwise.js';
import { merges } from './elementwise.js';
import { embedding } from './embedding.js';
import { flatten } from './flatten.js';
import { groupnorm, instancenorm, lrn } from './group-normalization.js';
import { guarded } from './guard.js';
import { input } from './input.js';
import { layernorm, rmsnorm } from './layer-normalization.js';
import { accuracy, objective } from './loss.js';
import { l2norm, mvn } from './map-normalization.js';
import { matmul } from './matmul.js';
import type { Operation } from './operation.js';
import { crop, pad } from './pad.js';
import { permute } from './permute.js';
import { pixelshuffle, pixelunshuffle, shuffle } from './pixel-shuffle.js';
import { avgpool, gap, gmp, maxpool, stochasticpool } from './pooling.js';
import { priorbox } from './prior-box.js';
import { gru, lstm, rnn } from './recurrent.js';
import { reduce } from './reduction.js';
import { regularizations } from './regularization.js';
import { reshape } from './reshape.js';
import { resize, upsample } from './resize.js';
import { roipool } from './roi-pooling.js';
import { scale, shift } from './scale.js';
import { select, slice, split } from './select.js';
import { sepconv } from './separable.js';
import { classtoken, position, tokens } from './sequence.js';
import { squeeze, unsqueeze } from './squeeze.js';
import { tile } from './tile.js';
import { upconv } from './transposed.js';
import { unpool } from './unpooling.js';

/** Every operation, in the order of the reference. */
export const operations: readonly Operation[] = [
  input,
  ...[conv, dwconv, sepconv, upconv],
  dense,
  ...[maxpool, avgpool, gap, gmp, adaptiveavgpool, adaptivemaxpool],
  ...[stochasticpool, roipool, reduce],
  ...[batchnorm, layernorm, groupnorm, instancenorm, rmsnorm, lrn, mvn, l2norm, scale, shift],
  ...activations,
  ...regularizations,
  ...[flatten, reshape, permute, squeeze, unsqueeze, tokens, select, slice, split, shuffle, tile],
  ...[pad, crop, croplike, upsample, unpool, resize, pixelshuffle, pixelunshuffle],
  ...merges,
  ...[concat, matmul],
  ...[embedding, position, classtoken],
  attention,
  ...[rnn, lstm, gru],
  ...[objective, accuracy, argmax, priorbox],
  op,
].map(guarded);

/** Case and the marks between words say nothing: `Max_Pool-2D` is `maxpool2d`. */
const normalize = (name: string) => name.toLowerCase().replace(/[-_]/g, '');

const byName = new Map(
  operations.flatMap((operation) =>
    [operation.name, ...(operation.aliases ?? [])].map(
      (name) => [normalize(name), operation] as const,
    ),
  ),
);

/**
 * Finds an operation by its name or an alias, whatever their case: `conv`, `Conv2d`, `Linear`.
 *
 * @param name The name.
 * @returns The operation, or nothing when there is none of that name.
 */
export function findOperation(name: string): Operation | undefined {
  return byName.get(name) ?? byName.get(normalize(name));
}

/** Canonical names of all operations. */
export const operationNames: readonly string[] = operations.map(({ name }) => name);
