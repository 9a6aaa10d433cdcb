/** Lines of text as text boxes: ECMA-376-1, 21.1.2. */
import { type Colour, measureLine, scriptStyle, type TextNode, type TextRun } from 'nnfig/writers';
import { type Frame, type Placement, preset, transform } from './geometry.js';
import { type Look, solidFill } from './paint.js';
import { unitsPerPoint } from './slide.js';
import { element, escapeXml } from './xml.js';

/** In every office program, or in its place one of the same widths, by which core measures. */
const typeface = 'Arial';

/** Of Arial, in font sizes. */
const fontBox = { ascent: 0.905, descent: 0.212 } as const;

/** Font sizes are counted in hundredths of points, from 1 to 4000 points. */
const sizes = { least: 100, most: 400_000 } as const;

/** Angles are counted in 1/60,000 of a degree. */
const degree = 60_000;

/** How much wider than the text its box is: a font that stands in for Arial may be wider. */
const slack = 1.1;

const alignments = { start: 'l', middle: 'ctr', end: 'r' } as const;

/** A text box. */
export interface TextBox {
  readonly xml: string;
  /** Whether its text is larger than in the scene, as no smaller one can be written. */
  readonly enlarged: boolean;
}

/** What a text box is besides its line. */
export interface TextBoxOptions extends Placement, Pick<Look, 'theme'> {
  /** Point that the line is turned about; its own anchor unless given. */
  readonly pivot?: Pick<TextNode, 'x' | 'y'>;
}

/**
 * Writes a line of text without formulas. The box is as high as the font and its text in the
 * middle, so that programs whose lines are higher put it in the same place.
 *
 * @param node The line.
 * @param about Its name and number, as markup.
 * @param options Place and theme.
 * @returns The shape.
 */
export function textBox(node: TextNode, about: string, options: TextBoxOptions): TextBox {
  const { anchor = 'start', rotate = 0 } = node;
  const runs: readonly TextRun[] = node.runs ?? [{ text: node.text }];
  const points = (100 * node.size * options.scale) / unitsPerPoint;
  const size = Math.min(sizes.most, Math.max(sizes.least, Math.round(points)));
  const turn = ((rotate % 360) + 360) % 360;
  const xml = element('p:sp', {}, [
    element('p:nvSpPr', {}, [about, element('p:cNvSpPr', { txBox: 1 }), element('p:nvPr')]),
    element('p:spPr', {}, [
      transform(frameOf(node, options), { rot: turn ? Math.round(turn * degree) : undefined }),
      preset('rect'),
      element('a:noFill'),
    ]),
    element('p:txBody', {}, [
      element('a:bodyPr', bodyAttributes, [element('a:noAutofit')]),
      element('a:lstStyle'),
      element('a:p', {}, [
        element('a:pPr', { algn: alignments[anchor] }),
        ...runs.map((run) => runXml(run, node, size, options)),
      ]),
    ]),
  ]);
  return { xml, enlarged: size > points + 1 };
}

const bodyAttributes = {
  wrap: 'none',
  lIns: 0,
  tIns: 0,
  rIns: 0,
  bIns: 0,
  rtlCol: 0,
  anchor: 'ctr',
} as const;

/** A box is turned about its middle, so its middle is put where it comes to lie. */
function frameOf(node: TextNode, { pivot = node, scale, left, top }: TextBoxOptions): Frame {
  const width = measureLine(node).width * slack;
  const height = (fontBox.ascent + fontBox.descent) * node.size;
  const across = { start: width / 2, middle: 0, end: -width / 2 }[node.anchor ?? 'start'];
  const [x, y] = [
    node.x - pivot.x + across,
    node.y - pivot.y - fontBox.ascent * node.size + height / 2,
  ];
  const angle = ((node.rotate ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [middleX, middleY] = [pivot.x + x * cos - y * sin, pivot.y + x * sin + y * cos];
  return {
    x: Math.round(left + (middleX - width / 2) * scale),
    y: Math.round(top + (middleY - height / 2) * scale),
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  };
}

function runXml(run: TextRun, node: TextNode, size: number, options: TextBoxOptions): string {
  const italic = run.italic || node.italic;
  const raised = run.script === undefined ? undefined : -scriptStyle[run.script];
  return element('a:r', {}, [
    element(
      'a:rPr',
      {
        lang: 'en-US',
        sz: size,
        b: node.weight === 'bold' ? 1 : undefined,
        i: italic ? 1 : undefined,
        // Programs make what is raised or lowered smaller by themselves.
        baseline: raised === undefined ? undefined : Math.round(raised * 100_000),
        noProof: 1,
      },
      [colourXml(node.fill, options), ...fonts],
    ),
    element('a:t', {}, [escapeXml(run.text)]),
  ]);
}

function colourXml(fill: Colour, { theme }: TextBoxOptions): string {
  return solidFill(fill, { theme });
}

const fonts = ['a:latin', 'a:ea', 'a:cs'].map((name) => element(name, { typeface }));
