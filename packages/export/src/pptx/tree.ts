/** The nodes of a scene as the shapes of a slide, the first at the back. */
import {
  type Bounds,
  boundsOf,
  type CircleNode,
  type GroupNode,
  type ImageNode,
  type Paint,
  type PathCommand,
  type PathNode,
  piecesOf,
  type Scene,
  type SceneNode,
  type TextNode,
} from 'nnfig/writers';
import { mapCommands } from '../shapes.js';
import {
  frameAt,
  type Geometry,
  type Placement,
  pathGeometry,
  preset,
  transform,
} from './geometry.js';
import { isSeen, type Look, paintXml } from './paint.js';
import { picture } from './picture.js';
import { textBox } from './text.js';
import { element } from './xml.js';

/** What a shape is called, and what it says to those who do not see it. */
export interface Names {
  readonly name: string;
  readonly title?: string;
  readonly description?: string | undefined;
}

/** Writes the shapes of one slide. */
export class ShapeTree {
  readonly #look: Look & Placement;
  readonly #imageIds: ReadonlyMap<string, string>;
  /** The slide itself has the first number. */
  #id = 1;
  #enlarged = 0;

  /**
   * @param look Where the scene is, and its theme.
   * @param imageIds Ids of images, by their data URLs.
   */
  constructor(look: Look & Placement, imageIds: ReadonlyMap<string, string>) {
    this.#look = look;
    this.#imageIds = imageIds;
  }

  /** How many texts are larger than in the scene, as no smaller ones can be written. */
  get enlarged(): number {
    return this.#enlarged;
  }

  /**
   * Writes a scene as one group.
   *
   * @param scene The scene.
   * @param names What the group is called.
   * @returns Its markup; none for a scene that shows nothing.
   */
  write(scene: Scene, names: Names): string {
    const children = scene.children.flatMap((node) => this.#node(node));
    return this.#together(children, boundsOf(scene), names).join('');
  }

  /** A group; what is in it has the coordinates of the slide, too. */
  #together(children: readonly string[], bounds: Bounds, names: Names): string[] {
    if (children.length === 0) return [];
    const { x, y, width, height } = frameAt(bounds, this.#look);
    const size = { cx: Math.max(1, width), cy: Math.max(1, height) };
    const group = element('p:grpSp', {}, [
      element('p:nvGrpSpPr', {}, [this.#about(names), element('p:cNvGrpSpPr'), element('p:nvPr')]),
      element('p:grpSpPr', {}, [
        element('a:xfrm', {}, [
          element('a:off', { x, y }),
          element('a:ext', size),
          element('a:chOff', { x, y }),
          element('a:chExt', size),
        ]),
      ]),
      ...children,
    ]);
    return [group];
  }

  #about({ name, title, description }: Names, id = this.#next()): string {
    return element('p:cNvPr', { id, name, descr: description || undefined, title });
  }

  #next(): number {
    this.#id += 1;
    return this.#id;
  }

  #node(node: SceneNode): string[] {
    switch (node.kind) {
      case 'group':
        return this.#group(node);
      case 'path':
        return this.#path(node.commands, node.paint, { name: 'shape' });
      case 'circle':
        return this.#circle(node);
      case 'text':
        return node.runs?.some(({ math }) => math) ? this.#formulas(node) : this.#text(node);
      case 'image':
        return this.#image(node);
    }
  }

  #group(node: GroupNode): string[] {
    const { role, layer, title } = node;
    const children = node.children.flatMap((child) => this.#node(child));
    if (role === undefined && layer === undefined && title === undefined) return children;
    const kind = role === 'layer' && layer !== undefined ? undefined : role;
    const name = [layer, kind].filter((part) => part !== undefined).join(' ') || 'group';
    return this.#together(children, boundsOf(node), { name, description: title });
  }

  #path(commands: readonly PathCommand[], paint: Paint, names: Names): string[] {
    if (!isSeen(paint)) return [];
    const geometry = pathGeometry(commands, paint, this.#look);
    return geometry ? [this.#shape(geometry, paint, names)] : [];
  }

  #circle({ x, y, radius, paint }: CircleNode): string[] {
    if (!isSeen(paint) || radius <= 0) return [];
    const bounds = { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
    const frame = frameAt(bounds, this.#look);
    return [
      this.#shape({ kind: 'area', frame, flips: {}, xml: preset('ellipse') }, paint, {
        name: 'circle',
      }),
    ];
  }

  #shape({ kind, frame, flips, xml }: Geometry, paint: PathNode['paint'], names: Names): string {
    const looks = element('p:spPr', {}, [
      transform(frame, flips),
      xml,
      ...paintXml(paint, this.#look),
    ]);
    if (kind === 'area') {
      const about = [this.#about(names), element('p:cNvSpPr'), element('p:nvPr')];
      return element('p:sp', {}, [element('p:nvSpPr', {}, about), looks]);
    }
    // A straight line is a connector, which has handles at its ends.
    const about = [
      this.#about({ ...names, name: 'line' }),
      element('p:cNvCxnSpPr'),
      element('p:nvPr'),
    ];
    return element('p:cxnSp', {}, [element('p:nvCxnSpPr', {}, about), looks]);
  }

  #text(node: TextNode, pivot?: TextNode): string[] {
    if (node.text === '') return [];
    const about = this.#about({ name: node.text });
    const { xml, enlarged } = textBox(node, about, { ...this.#look, ...(pivot && { pivot }) });
    if (enlarged) this.#enlarged += 1;
    return [xml];
  }

  /** Texts as text and formulas as outlines that say their TeX, together. */
  #formulas(node: TextNode): string[] {
    const pieces = piecesOf(node).flatMap((piece) => {
      if (piece.kind === 'text') {
        const { x, anchor, runs } = piece;
        const text = runs.map((run) => run.text).join('');
        return this.#text({ ...node, x, anchor, text, runs }, node);
      }
      const names = { name: 'formula', description: piece.math.tex };
      return this.#path(turned(piece.commands, node), { fill: node.fill }, names);
    });
    if (pieces.length < 2) return pieces;
    return this.#together(pieces, boundsOf(node), { name: node.text, description: node.text });
  }

  #image(node: ImageNode): string[] {
    const id = this.#imageIds.get(node.href);
    if (id === undefined) return [];
    const written = picture(node, id, this.#about({ name: 'image' }), this.#look);
    return written === undefined ? [] : [written];
  }
}

/** Commands turned about the anchor of a line, as the line is. */
function turned(commands: readonly PathCommand[], node: TextNode): readonly PathCommand[] {
  if (!node.rotate) return commands;
  const angle = (node.rotate * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return mapCommands(commands, (x, y) => [
    node.x + (x - node.x) * cos - (y - node.y) * sin,
    node.y + (x - node.x) * sin + (y - node.y) * cos,
  ]);
}
