/** Writes the blocks that show options. */

/**
 * @typedef {object} Heading Options that belong together.
 * @property {string} heading
 * @property {Readonly<Record<string, string>>} options Text of a block, by the option it shows.
 */

/**
 * @param {string} style Name of the style.
 * @param {readonly string[]} options Lines under `options:`.
 * @param {string} network The lines of the network.
 * @returns {string} Text of a block.
 */
export function block(style, options, network) {
  const lines = options.map((option) => `  ${option}`);
  return [`style: ${style}`, 'options:', ...lines, network].join('\n');
}
