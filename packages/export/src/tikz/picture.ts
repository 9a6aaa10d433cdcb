/** The display list as the commands of a `tikzpicture`, in the same paint order. */
import type { Diagnostic } from 'nnfig';
import type {
  CircleNode,
  GroupNode,
  ImageNode,
  Paint,
  PathCommand,
  SceneNode,
  TextNode,
} from 'nnfig/writers';
import type { Figure } from '../figure.js';
import { warning } from '../problems.js';
import type { Need } from './characters.js';
import { cleanLine } from './clean.js';
import { type ImageFiles, rasterOf } from './images.js';
import { decimal } from './numbers.js';
import { type PointWriter, pathTexts } from './paths.js';
import { hasStroke, pixel, type Styles } from './styles.js';
import { content, type FormulaNeeds, placement } from './texts.js';

/** No number in a `.tex` file can be larger than this. */
const largestNumber = 16_000;

/** Words of TeX's memory that things take, as measured with pdfTeX 1.40. */
const words = { text: 470, shape: 110, command: 25 } as const;

/** Words that a usual pdflatex has left for a picture, with a reserve. */
const memory = 2_500_000;

/** Writes one picture. */
export class Picture implements FormulaNeeds {
  readonly lines: string[] = [];
  readonly needs = new Set<Need>();
  readonly warnings: Diagnostic[] = [];
  readonly #figure: Figure;
  readonly #styles: Styles;
  readonly #images: ImageFiles;
  /** Px of a unit of coordinates. */
  readonly #unit: number;
  readonly #missed = new Set<string>();
  #words = 0;
  #depth = 1;

  constructor(figure: Figure, styles: Styles, images: ImageFiles) {
    this.#figure = figure;
    this.#styles = styles;
    this.#images = images;
    const { left, top, right, bottom } = figure.frame;
    const largest = Math.max(...[left, top, right, bottom].map(Math.abs));
    this.#unit =
      largest <= largestNumber ? 1 : 10 ** Math.ceil(Math.log10(largest / largestNumber));
  }

  /** Writes the whole picture. */
  write(): void {
    const { scene, frame, background } = this.#figure;
    for (const node of scene.children) this.#count(node);
    const unit = this.#unit === 1 ? pixel : `${this.#unit}${pixel}`;
    this.lines.push(
      String.raw`\begin{tikzpicture}[`,
      `  x=${unit}, y=-${unit}, miter limit=4,`,
      '  every node/.style={anchor=base west, inner sep=0pt, outer sep=0pt},',
      ']',
    );
    const room = `${this.#point(frame.left, frame.top)} rectangle ${this.#point(frame.right, frame.bottom)}`;
    this.#add(`\\path[use as bounding box] ${room};`);
    if (background !== undefined) {
      const colour = { variable: 'background', light: background, dark: background };
      this.#add(`\\fill[${this.#styles.colour(colour)}] ${room};`);
    }
    for (const node of scene.children) this.#node(node);
    this.lines.push(String.raw`\end{tikzpicture}`);
    this.#report();
  }

  need(name: Need): void {
    this.needs.add(name);
  }

  miss(character: string): void {
    this.#missed.add(character);
  }

  outline(formula: string, refused: string): void {
    this.#warn(
      'tex-formula',
      `the formula \`$${formula}$\` is drawn as outlines in LaTeX because of ${refused}`,
      'Write it with commands of LaTeX, amsmath and amssymb.',
    );
  }

  #count(node: SceneNode): void {
    if (node.kind === 'group') for (const child of node.children) this.#count(child);
    else if (node.kind === 'text') this.#styles.count(node);
    else if (node.kind !== 'image') this.#styles.count(node.paint);
    if (node.kind !== 'group') this.#words += words[node.kind === 'text' ? 'text' : 'shape'];
    if (node.kind === 'path') this.#words += words.command * node.commands.length;
  }

  #node(node: SceneNode): void {
    if (node.kind === 'group') this.#group(node);
    else if (node.kind === 'path') this.#path(node.commands, node.paint);
    else if (node.kind === 'circle') this.#circle(node);
    else if (node.kind === 'text') this.#text(node);
    else this.#image(node);
  }

  #circle({ x, y, radius, paint }: CircleNode): void {
    const size = decimal(radius / this.#unit, this.#decimals);
    this.#paint(paint, [], [`${this.#point(x, y)} circle[radius=${size}]`]);
  }

  #group({ role, layer, title, children }: GroupNode): void {
    if (children.length === 0) return;
    const name = [role, layer].filter((part) => part !== undefined).join(' ');
    const comment = cleanLine([name, title].filter(Boolean).join(': '));
    if (!comment) {
      for (const child of children) this.#node(child);
      return;
    }
    this.#add(`% ${role === undefined ? 'group ' : ''}${comment}`);
    this.#scope('', () => {
      for (const child of children) this.#node(child);
    });
  }

  #path(commands: readonly PathCommand[], paint: Paint): void {
    const texts = pathTexts(commands, paint, this.#point);
    const { strokeOpacity = 1, fillOpacity = 1, ...opaque } = paint;
    const opacity = paint.fill ? fillOpacity : strokeOpacity;
    if (texts.length < 2 || opacity === 1) {
      for (const { options, lines } of texts) this.#paint(paint, options, lines);
      return;
    }
    // Pieces are as see-through as the whole: where they cross, nothing is painted twice.
    this.#styles.count(opaque);
    this.#styles.count(opaque);
    this.#scope(`[transparency group, opacity=${decimal(opacity, 3)}]`, () => {
      for (const { options, lines } of texts) this.#paint(opaque, options, lines);
    });
  }

  #paint(paint: Paint, more: readonly string[], lines: readonly string[]): void {
    const stroked = hasStroke(paint);
    if (!stroked && !paint.fill) return;
    const command = stroked ? (paint.fill ? 'filldraw' : 'draw') : 'fill';
    const start = `\\${command}[${[this.#styles.paint(paint), ...more].join(', ')}]`;
    const [first = '', ...rest] = lines;
    if (rest.length === 0) {
      this.#add(`${start} ${first};`);
      return;
    }
    this.#add(start);
    lines.forEach((line, index) => {
      this.#add(`  ${line}${index === lines.length - 1 ? ';' : ''}`);
    });
  }

  #text(node: TextNode): void {
    const written = content(node, this.#styles.colour(node.fill), this);
    if (written === '') return;
    const options = [this.#styles.text(node), ...placement(node)].join(', ');
    this.#add(`\\node[${options}] at ${this.#point(node.x, node.y)} {${written}};`);
  }

  #image(node: ImageNode): void {
    const raster = rasterOf(node);
    const file = raster && this.#images.add(node, raster);
    const [a, b, c, d, e, f] = node.matrix ?? [1, 0, 0, 1, 0, 0];
    const move: PointWriter = (x, y) => this.#point(a * x + c * y + e, b * x + d * y + f);
    if (file === undefined) {
      this.#frame(node, move);
      this.#warn(
        'tex-image',
        `pdflatex cannot read an image of type \`${raster?.type ?? 'unknown'}\`: an empty frame is drawn`,
        'Give the image as PNG or JPEG, or export a PDF.',
      );
      return;
    }
    // The size is in the image and only the rest in the matrix, as TeX rounds small lengths.
    const [alongX, alongY] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1];
    // TikZ has y up inside a node, so the signs between the axes change.
    const matrix = [a / alongX, -b / alongX, -c / alongY, d / alongY] as const;
    const turned = Math.hypot(matrix[0] - 1, matrix[1], matrix[2], matrix[3] - 1) > 1e-6;
    const options = [
      'anchor=north west',
      ...(turned ? [`cm={${matrix.map((value) => decimal(value, 5)).join(',')},(0,0)}`] : []),
      ...(node.opacity === undefined || node.opacity === 1
        ? []
        : [`opacity=${decimal(node.opacity, 3)}`]),
    ].join(', ');
    const width = `width=${decimal(node.width * alongX)}${pixel}`;
    const height = `height=${decimal(node.height * alongY)}${pixel}`;
    this.#add(
      `\\node[${options}] at ${move(node.x, node.y)} {\\includegraphics[${width}, ${height}]{${file}}};`,
    );
  }

  /** Where an image would be. */
  #frame({ x, y, width, height }: ImageNode, move: PointWriter): void {
    const [a, b] = [move(x, y), move(x + width, y)];
    const [c, d] = [move(x + width, y + height), move(x, y + height)];
    const ink = this.#styles.colour({ variable: 'ink', light: '#1b1f24', dark: '#f1f3f6' });
    this.#add(
      `\\draw[draw=${ink}] ${a} -- ${b} -- ${c} -- ${d} -- cycle ${a} -- ${c} ${b} -- ${d};`,
    );
  }

  #scope(options: string, inside: () => void): void {
    this.#add(`\\begin{scope}${options}`);
    this.#depth++;
    inside();
    this.#depth--;
    this.#add(String.raw`\end{scope}`);
  }

  #add(line: string): void {
    this.lines.push('  '.repeat(this.#depth) + line);
  }

  get #decimals(): number {
    return 2 + Math.round(Math.log10(this.#unit));
  }

  readonly #point: PointWriter = (x, y) => {
    const number = (value: number) => decimal(value / this.#unit, this.#decimals);
    return `(${number(x)},${number(y)})`;
  };

  #report(): void {
    if (this.#missed.size > 0) {
      const all = [...this.#missed];
      const named = all
        .slice(0, 10)
        .map((each) => `\`${each}\``)
        .join(', ');
      this.#warn(
        'tex-character',
        `pdflatex has no font for ${named}${all.length > 10 ? ` and ${all.length - 10} more` : ''}: boxes with the code points are drawn`,
        'Export a PDF or an SVG, or compile with LuaLaTeX and a font that has them.',
      );
    }
    if (this.#words > memory) {
      this.#warn(
        'tex-memory',
        'the figure may be more than the memory of pdflatex holds',
        'Compile with LuaLaTeX, whose memory grows, or export a PDF.',
      );
    }
  }

  #warn(rule: string, message: string, hint: string): void {
    if (this.warnings.some((other) => other.message === message)) return;
    this.warnings.push(warning(rule, message, hint));
  }
}
