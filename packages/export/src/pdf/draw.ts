/** The nodes of a scene, drawn into a PDF. */
import {
  type CircleNode,
  type Colour,
  cleanText,
  colourText,
  type ImageNode,
  type Paint,
  type PathCommand,
  type PathNode,
  type SceneNode,
  type TextNode,
} from 'nnfig/writers';
import { imageBytes } from '../images.js';
import type { Face } from '../text/fonts.js';
import { glyphsOutline } from '../text/outlines.js';
import type { Piece, Placed, Typesetter } from '../text/typesetter.js';

/** Where and how it is drawn. */
export interface Canvas {
  readonly document: PDFKit.PDFDocument;
  readonly typesetter: Typesetter;
  readonly theme: 'light' | 'dark';
}

/**
 * Draws nodes, the first at the bottom.
 *
 * @param nodes The nodes.
 * @param canvas Where and how.
 */
export function drawNodes(nodes: readonly SceneNode[], canvas: Canvas): void {
  for (const node of nodes) {
    switch (node.kind) {
      case 'group':
        drawNodes(node.children, canvas);
        break;
      case 'path':
        drawShape(node, () => trace(node.commands, canvas.document), canvas);
        break;
      case 'circle':
        drawShape(node, () => canvas.document.circle(node.x, node.y, node.radius), canvas);
        break;
      case 'image':
        drawImage(node, canvas);
        break;
      case 'text':
        drawText(node, canvas);
        break;
    }
  }
}

const caps = { butt: 'butt', round: 'round', square: 'square' } as const;

/**
 * Fill and stroke are two operations: in one, a translucent stroke would knock
 * out the fill under it (ISO 32000-1, 11.7.4.4), and SVG shows both.
 */
function drawShape({ paint }: PathNode | CircleNode, outline: () => void, canvas: Canvas): void {
  const { document } = canvas;
  if (paint.fill && paint.fillOpacity !== 0) {
    outline();
    document.fillOpacity(paint.fillOpacity ?? 1).fill(colour(paint.fill, canvas));
  }
  const width = paint.strokeWidth ?? 1;
  if (paint.stroke && paint.strokeOpacity !== 0 && width > 0) {
    document.save();
    setStroke(paint, width, document);
    outline();
    document.strokeOpacity(paint.strokeOpacity ?? 1).stroke(colour(paint.stroke, canvas));
    document.restore();
  }
}

function setStroke(paint: Paint, width: number, document: PDFKit.PDFDocument): void {
  document
    .lineWidth(width)
    .lineCap(caps[paint.cap ?? 'butt'])
    .lineJoin(paint.join ?? 'miter')
    // SVG's own limit; that of PDF is 10.
    .miterLimit(4);
  const dash = paint.dash ?? [];
  if (dash.some((length) => length > 0)) {
    // An odd number of lengths is repeated, so that dashes and gaps alternate.
    dashArray(dash.length % 2 === 1 ? [...dash, ...dash] : [...dash], document);
  }
}

/** The library's own `dash` refuses a length of 0, which with round caps is a row of dots. */
function dashArray(lengths: readonly number[], document: PDFKit.PDFDocument): void {
  document.addContent(`[${lengths.map((length) => Number(length.toFixed(4))).join(' ')}] 0 d`);
}

function trace(commands: readonly PathCommand[], document: PDFKit.PDFDocument): void {
  for (const command of commands) {
    switch (command[0]) {
      case 'M':
        document.moveTo(command[1], command[2]);
        break;
      case 'L':
        document.lineTo(command[1], command[2]);
        break;
      case 'C': {
        const [, x1, y1, x2, y2, x, y] = command;
        document.bezierCurveTo(x1, y1, x2, y2, x, y);
        break;
      }
      case 'Z':
        document.closePath();
        break;
    }
  }
}

function drawImage(node: ImageNode, { document }: Canvas): void {
  document.save();
  if (node.matrix) document.transform(...node.matrix);
  document.fillOpacity(node.opacity ?? 1).strokeOpacity(1);
  document.image(imageBytes(node), node.x, node.y, { width: node.width, height: node.height });
  document.restore();
}

function drawText(node: TextNode, canvas: Canvas): void {
  const { document, typesetter } = canvas;
  const parts = typesetter.line(node);
  if (parts.length === 0) return;
  document.save().translate(node.x, node.y);
  if (node.rotate) document.rotate(node.rotate);
  document.fillColor(colour(node.fill, canvas)).fillOpacity(1);
  // What is copied and read aloud is the plain text, with ² rather than a small 2.
  const scripted = node.runs !== undefined;
  if (scripted) document.markContent('Span', { actual: cleanText(node.text) });
  for (const part of parts) drawPart(part, document);
  if (scripted) document.endMarkedContent();
  document.restore();
}

function drawPart(part: Placed, document: PDFKit.PDFDocument): void {
  if ('commands' in part.content) {
    trace(glyphsOutline(part), document);
    document.fill();
    return;
  }
  const { face, text }: Piece = part.content;
  document.registerFont(face.name, bufferOf(face));
  document.font(face.name);
  document.fontSize(part.size);
  // With a list of features, even an empty one, the library sets the whole text at once, kerning at spaces too.
  document.text(text, part.x, part.y, { lineBreak: false, baseline: 'alphabetic', features: [] });
}

/** The library opens a font under a name once, however often it is registered. */
function bufferOf({ bytes }: Face): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function colour(value: Colour, { theme }: Canvas): string {
  const text = colourText(value, theme);
  // What is not #rrggbb is the page's text colour, and a file of its own has none.
  return text === 'currentColor' ? (theme === 'dark' ? '#ffffff' : '#000000') : text;
}
