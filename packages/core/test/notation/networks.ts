/** Networks in the notation, as plain data that tests compare. */
import type { Network } from '../../src/network/network.js';
import { analyzeText } from '../../src/render.js';

/**
 * Builds a network; a description with a problem is a mistake of the test.
 *
 * @param text The description.
 * @returns The network.
 */
export function networkOf(text: string): Network {
  const { network, diagnostics } = analyzeText(text);
  if (!network || diagnostics.length > 0) {
    throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  }
  return network;
}

/**
 * Builds a network without the places of its layers, which differ from form to form.
 *
 * @param text The description.
 * @returns The rest of the network.
 */
export function placeless(text: string): unknown {
  const network = networkOf(text);
  return { ...network, layers: network.layers.map(({ place: _, ...layer }) => layer) };
}

/**
 * Writes a network one layer a line: `conv1(input) 8x30x30`.
 *
 * @param text The description.
 * @returns Its layers, inputs left out; a port other than the first follows a colon.
 */
export function layersOf(text: string): string[] {
  return networkOf(text)
    .layers.filter(({ op }) => op !== 'input')
    .map(({ id, inputs, outputs }) => {
      const from = inputs.map(({ layer, port }) => (port === 0 ? layer : `${layer}:${port}`));
      return `${id}(${from.join(', ')}) ${outputs.map((shape) => shape.slice(1).join('x')).join(' ')}`;
    });
}

/**
 * Writes layers after an image of three channels and 32 by 32 positions.
 *
 * @param steps What stands after the `- ` of each item.
 * @returns The description.
 */
export function image(...steps: readonly string[]): string {
  return ['input: 3x32x32', 'layers:', ...steps.map((step) => `  - ${step}`)].join('\n');
}

/**
 * Lists the problems of a description: `3:5-3:9 rule`.
 *
 * @param text The description.
 * @returns One entry a problem.
 */
export function problemsOf(text: string): string[] {
  return analyzeText(text).diagnostics.map(({ rule, place }) => {
    const { start, end } = place ?? { start: undefined, end: undefined };
    return `${start?.line}:${start?.column}-${end?.line}:${end?.column} ${rule}`;
  });
}
