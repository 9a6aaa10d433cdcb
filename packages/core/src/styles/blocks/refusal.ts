/** Which networks the style cannot show. */
import type { Network } from '../../network/network.js';
import { shownItems } from './items.js';

/** More boxes than this are a strip that nobody reads. */
const most = 600;

/**
 * Says why a network cannot be shown.
 *
 * @param network The network.
 * @returns One sentence, or nothing when it can.
 */
export function refusal(network: Network): string | undefined {
  const unknown = network.layers.find((layer) => layer.shape.length === 0);
  if (unknown) return `the shape of \`${unknown.id}\` is not known`;
  const { items } = shownItems(network, 'auto');
  if (items.length <= most) return undefined;
  return `it draws at most ${most} layers, but with its blocks folded the network still has ${items.length}`;
}
