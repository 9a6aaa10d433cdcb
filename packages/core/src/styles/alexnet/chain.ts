/** The network as the style sees it: tensors one after another. */
import type { Network } from '../../network/network.js';
import { type Column, findChain } from '../chain.js';

/** More boxes in a row than a reader follows. */
const mostTensors = 60;

/**
 * Finds the tensors of a network.
 *
 * @param network The network.
 * @param fold Whether blocks stand as one box.
 * @param showPooling Whether feature maps after a pooling count.
 * @returns One column a tensor, or a sentence that says why it cannot be shown.
 */
export function findTensors(
  network: Network,
  fold: 'auto' | 'always' | 'never' = 'auto',
  showPooling = true,
): readonly Column[] | string {
  const chain = findChain(network, fold);
  if (typeof chain === 'string') return chain;
  const [skip] = chain.skips;
  if (skip) {
    const [from, to] = [skip.from, skip.to].map((index) => chain.columns[index]?.id ?? '');
    return `It shows a plain chain of tensors, but \`${to}\` also takes from \`${from}\``;
  }
  const shown = showPooling ? chain.columns : chain.columns.filter((column) => !isPooling(column));
  if (shown.length > mostTensors) {
    return `It shows at most ${mostTensors} tensors, but this network has ${shown.length}`;
  }
  return shown;
}

function isPooling({ category, labelled }: Column): boolean {
  return category === 'pooling' && labelled.reading === 'map';
}
