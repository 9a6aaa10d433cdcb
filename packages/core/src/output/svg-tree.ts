/**
 * A scene as the hast tree of its `<svg>`: presentation attributes only, no
 * `<style>`, no `id`, no script, nothing from elsewhere. The names are those of
 * `property-information`, so that every hast tool writes proper attributes.
 */
import type { Element, ElementContent, Properties } from 'hast';
import { type Bounds, boundsOf, growBounds } from '../scene/bounds.js';
import { piecesOf } from '../scene/pieces.js';
import type {
  Colour,
  GroupNode,
  ImageNode,
  Paint,
  Scene,
  SceneNode,
  TextNode,
  TextRun,
} from '../scene/scene.js';
import { scriptStyle } from '../scene/scripts.js';
import { fontFamily } from '../scene/text.js';
import { cleanLines, cleanText } from './characters.js';
import { colourText, type Theme } from './colour-text.js';
import { fitStyle } from './fit-style.js';
import { pathData, round } from './numbers.js';

/** What an `<svg>` says and looks like besides its scene. */
export interface SvgOptions {
  /** Name of the figure. */
  readonly title: string;
  readonly caption?: string;
  /** What a reader who cannot see the figure should know. */
  readonly description: string;
  readonly theme: Theme;
  /** Width to show it at, in px; the height follows. Its own width unless given. */
  readonly width?: number;
  /** Painted behind everything; nothing unless given. */
  readonly background?: Colour;
  /** What is shown of the scene; `frameOf` it unless given. */
  readonly frame?: Bounds;
}

/** Room around a drawing: another font may be a little wider than the metrics say. */
const margin = 8;

const dataImage = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z\d+/]+={0,2}$/;

/** Presentation attributes that children inherit, so that a group can say them once. */
const inherited: ReadonlySet<string> = new Set([
  'fill',
  'fillOpacity',
  'stroke',
  'strokeWidth',
  'strokeOpacity',
  'strokeDasharray',
  'strokeLinecap',
  'strokeLinejoin',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'textAnchor',
]);

/**
 * What the `viewBox` of a scene shows: its bounds and a small margin, in whole pixels.
 *
 * @param scene The scene.
 * @returns The edges; one pixel for an empty scene.
 */
export function frameOf(scene: Scene): Bounds {
  const bounds = boundsOf(scene);
  if (bounds.left > bounds.right) return { left: 0, top: 0, right: 1, bottom: 1 };
  const { left, top, right, bottom } = growBounds(bounds, margin);
  return {
    left: Math.floor(left),
    top: Math.floor(top),
    right: Math.ceil(right),
    bottom: Math.ceil(bottom),
  };
}

/**
 * Writes a scene as a tree.
 *
 * @param scene The scene.
 * @param options What it says and looks like.
 * @returns The `<svg>` element.
 */
export function svgTree(scene: Scene, options: SvgOptions): Element {
  const { left, top, right, bottom } = options.frame ?? frameOf(scene);
  const width = right - left;
  const height = bottom - top;
  const shown = options.width ?? width;
  const background: ElementContent[] = options.background
    ? [
        element('rect', {
          x: left,
          y: top,
          width,
          height,
          fill: colourText(options.background, options.theme),
        }),
      ]
    : [];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: [left, top, width, height].join(' '),
      width: round(shown),
      height: round((shown * height) / width),
      role: 'img',
      ariaLabel: sentences(options.title, options.caption),
      fontFamily,
      style: options.theme === 'auto' ? fitStyle(scene, width, shown) : undefined,
    },
    [
      element('desc', {}, [{ type: 'text', value: cleanText(options.description) }]),
      ...background,
      ...treesOf(scene.children, options.theme),
    ],
  );
}

/**
 * Joins a title and a caption to one line.
 *
 * @param title The title.
 * @param caption The caption, if any.
 * @returns Both, a full stop between them.
 */
function sentences(title: string, caption: string | undefined): string {
  const name = cleanText(title).trim() || 'Neural network';
  const more = caption === undefined ? '' : cleanText(caption).trim();
  if (!more) return name;
  return /[.!?…]$/.test(name) ? `${name} ${more}` : `${name}. ${more}`;
}

function treesOf(nodes: readonly SceneNode[], theme: Theme): Element[] {
  const elements: Element[] = [];
  for (const node of nodes) addTree(node, theme, elements);
  return elements;
}

/** Writes a node behind others; not as a list of its own, since a drawing has thousands. */
function addTree(node: SceneNode, theme: Theme, elements: Element[]): void {
  switch (node.kind) {
    case 'group':
      elements.push(groupTree(node, theme));
      return;
    case 'path':
      elements.push(painted('path', { d: pathData(node.commands) }, node.paint, theme));
      return;
    case 'circle': {
      const circle = { cx: round(node.x), cy: round(node.y), r: round(node.radius) };
      elements.push(painted('circle', circle, node.paint, theme));
      return;
    }
    case 'text':
      elements.push(textTree(node, theme));
      return;
    case 'image':
      elements.push(...imageTree(node));
      return;
  }
}

function groupTree(node: GroupNode, theme: Theme): Element {
  const children = treesOf(node.children, theme);
  const [only] = children;
  if (only && children.length === 1 && node.from !== undefined) {
    // A connection of one path is that path, so that all connections can share their paint.
    return { ...only, properties: Object.assign(identity(node), only.properties) };
  }
  const shared = hoist(children);
  const title: ElementContent[] =
    node.title === undefined
      ? []
      : [element('title', {}, [{ type: 'text', value: cleanLines(node.title) }])];
  return {
    type: 'element',
    tagName: 'g',
    properties: Object.assign(identity(node), shared),
    children: [...title, ...children],
  };
}

/** What a group stands for, as data attributes. */
function identity({ role, layer, from, to }: GroupNode): Properties {
  const properties: Properties = {};
  if (role !== undefined) properties.dataRole = role;
  if (layer !== undefined) properties.dataLayer = cleanText(layer);
  if (from !== undefined) properties.dataFrom = cleanText(from);
  if (to !== undefined) properties.dataTo = cleanText(to);
  return properties;
}

/** Takes from children what all of them have in common, for their group to say. */
function hoist(children: readonly Element[]): Properties {
  const [first, ...rest] = children;
  if (!first || rest.length === 0 || children.some(({ tagName }) => tagName === 'g')) return {};
  const shared: Properties = {};
  let any = false;
  for (const name in first.properties) {
    const value = first.properties[name];
    if (inherited.has(name) && rest.every(({ properties }) => properties[name] === value)) {
      shared[name] = value;
      any = true;
    }
  }
  if (!any) return shared;
  // Objects that lose properties become slow, so that each child gets a new one.
  for (const child of children) {
    const own: Properties = {};
    for (const name in child.properties) {
      if (!(name in shared)) own[name] = child.properties[name];
    }
    child.properties = own;
  }
  return shared;
}

function textTree(node: TextNode, theme: Theme): Element {
  if (node.runs?.some(({ math }) => math)) return formulaTree(node, theme);
  const x = round(node.x);
  const y = round(node.y);
  const properties = {
    x,
    y,
    fontSize: round(node.size),
    fontWeight: node.weight === 'bold' ? 'bold' : undefined,
    fontStyle: node.italic ? 'italic' : undefined,
    textAnchor: node.anchor && node.anchor !== 'start' ? node.anchor : undefined,
    transform: node.rotate ? `rotate(${round(node.rotate)} ${x} ${y})` : undefined,
    fill: colourText(node.fill, theme),
  };
  const children = node.runs
    ? runTrees(node.runs, node.size)
    : [{ type: 'text' as const, value: cleanText(node.text) }];
  return element('text', properties, children);
}

/** A line with formulas: texts as text, formulas as outlines in the same colour. */
function formulaTree(node: TextNode, theme: Theme): Element {
  const x = round(node.x);
  const y = round(node.y);
  const pieces = piecesOf(node).map((piece) => {
    if (piece.kind === 'formula') return element('path', { d: pathData(piece.commands) });
    const anchor = piece.anchor === 'start' ? undefined : piece.anchor;
    const properties = { x: round(piece.x), y, textAnchor: anchor };
    return element('text', properties, runTrees(piece.runs, node.size));
  });
  const texts = pieces.some(({ tagName }) => tagName === 'text');
  const look = {
    fontSize: texts ? round(node.size) : undefined,
    fontWeight: texts && node.weight === 'bold' ? 'bold' : undefined,
    fontStyle: texts && node.italic ? 'italic' : undefined,
    transform: node.rotate ? `rotate(${round(node.rotate)} ${x} ${y})` : undefined,
    fill: colourText(node.fill, theme),
  };
  return element('g', { dataRole: 'formula', ...look }, pieces);
}

/** Each piece is shifted from where the one before it stands, so the first after a script goes back. */
function runTrees(runs: readonly TextRun[], size: number): ElementContent[] {
  let baseline = 0;
  return runs.map(({ text, script, italic }): ElementContent => {
    const target = script === undefined ? 0 : round(scriptStyle[script] * size);
    const dy = round(target - baseline);
    baseline = target;
    const content: ElementContent = { type: 'text', value: cleanText(text) };
    if (script === undefined && !italic && dy === 0) return content;
    const properties = {
      dy: dy === 0 ? undefined : dy,
      fontSize: script === undefined ? undefined : round(scriptStyle.size * size),
      fontStyle: italic ? 'italic' : undefined,
    };
    return element('tspan', properties, [content]);
  });
}

/** Nothing for an image that is not a raster image in the file itself. */
function imageTree(node: ImageNode): Element[] {
  if (!dataImage.test(node.href)) return [];
  return [
    element('image', {
      x: round(node.x),
      y: round(node.y),
      width: round(node.width),
      height: round(node.height),
      preserveAspectRatio: 'none',
      opacity: node.opacity === undefined ? undefined : round(node.opacity),
      transform: node.matrix && `matrix(${node.matrix.map(round).join(' ')})`,
      href: node.href,
    }),
  ];
}

/** A shape with its paint behind its own properties. */
function painted(
  tagName: string,
  properties: Record<string, string | number>,
  paint: Paint,
  theme: Theme,
): Element {
  const { fill, stroke } = paint;
  properties.fill = fill ? colourText(fill, theme) : 'none';
  if (fill && !isWhole(paint.fillOpacity)) properties.fillOpacity = round(paint.fillOpacity);
  if (stroke) {
    properties.stroke = colourText(stroke, theme);
    properties.strokeWidth = round(paint.strokeWidth ?? 1);
    if (!isWhole(paint.strokeOpacity)) properties.strokeOpacity = round(paint.strokeOpacity);
    if (paint.dash) properties.strokeDasharray = paint.dash.map(round).join(' ');
    if (paint.cap) properties.strokeLinecap = paint.cap;
    if (paint.join) properties.strokeLinejoin = paint.join;
  }
  // The types of hast want text for some of them; numbers are written the same.
  return { type: 'element', tagName, properties: properties as Properties, children: [] };
}

/** Whether an opacity need not be said. */
function isWhole(opacity: number | undefined): opacity is undefined | 1 {
  return opacity === undefined || opacity === 1;
}

/** Properties without a value are left out; the order of the rest is kept. */
function element(
  tagName: string,
  properties: Readonly<Record<string, string | number | undefined | Properties[string]>>,
  children: ElementContent[] = [],
): Element {
  const given: Properties = {};
  for (const name in properties) {
    const value = properties[name];
    if (value !== undefined) given[name] = value;
  }
  return { type: 'element', tagName, properties: given, children };
}
