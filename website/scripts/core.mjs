/**
 * What the documentation needs of nnfig: its API, and tables that only the
 * reference shows and that the API therefore does not give out.
 */

export { analyzeText, operations, renderFence, styles } from 'nnfig';
export { drawingKeys } from '../../packages/core/dist/notation/spec.js';
export { settingsSchema } from '../../packages/core/dist/settings.js';
export { sketchSchema } from '../../packages/core/dist/sketching.js';
export { placeholders } from '../../packages/core/dist/styles/labels.js';
export { readers } from '../../packages/formats/dist/index.js';
