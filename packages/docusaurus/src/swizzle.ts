/** What may be swizzled. */
import type { SwizzleConfig } from '@docusaurus/types';

/**
 * Tells Docusaurus which theme components sites may replace.
 *
 * @returns
 *   `NnFigure`, safe to wrap and to eject: its properties are part of the API.
 */
export function getSwizzleConfig(): SwizzleConfig {
  return {
    components: {
      NnFigure: {
        actions: { wrap: 'safe', eject: 'safe' },
        description:
          'A figure of a neural network: the drawing, its caption, its table and its source.',
      },
    },
  };
}
