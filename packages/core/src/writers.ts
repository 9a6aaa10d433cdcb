/** What a writer of another format reads: the display list, and how the SVG writer sees it. */

export { cleanText } from './output/characters.js';
export { colourText, type Theme } from './output/colour-text.js';
export { svgText } from './output/svg-text.js';
export { frameOf, type SvgOptions, svgTree } from './output/svg-tree.js';
export { type Bounds, boundsOf } from './scene/bounds.js';
export { type FormulaPiece, piecesOf, type TextPiece } from './scene/pieces.js';
export type {
  CircleNode,
  Colour,
  GroupNode,
  ImageNode,
  Paint,
  PathCommand,
  PathNode,
  Scene,
  SceneNode,
  TextNode,
  TextRun,
} from './scene/scene.js';
export { measureLine, scriptStyle } from './scene/scripts.js';
export { fontFamily, measureText } from './scene/text.js';
