import { measureLine, type SceneNode, type TextNode } from 'nnfig/writers';
import { describe, expect, test } from 'vitest';
import { toPptx } from '../../src/index.js';
import { ink } from '../drawings.js';
import { shapesOf, slideIn, valueIn } from './slides.js';

const px = 9525;

const line = (more: Partial<TextNode> = {}): TextNode => ({
  kind: 'text',
  x: 100,
  y: 50,
  text: 'conv 3×3',
  size: 12,
  fill: ink,
  ...more,
});

/** So that the frame of the slide is known: it begins at (−8, −8). */
const ground: SceneNode = {
  kind: 'path',
  commands: [['M', 0, 0], ['L', 300, 0], ['L', 300, 300], ['L', 0, 300], ['Z']],
  paint: { fill: ink },
};

const only = async (node: TextNode) => {
  const [, shape, ...rest] = await shapesOf([ground, node]);
  if (!shape || rest.length > 0) throw new Error('there is not one shape');
  return shape;
};

/** Middle of a frame in px of the scene. */
const middle = ([x = 0, y = 0, width = 0, height = 0]: readonly number[]) =>
  [(x + width / 2) / px - 8, (y + height / 2) / px - 8] as const;

describe('texts on a slide', () => {
  test('are text boxes of one size that nothing changes', async () => {
    const shape = await only(line());
    expect(valueIn(shape, 'p:cNvSpPr', 'txBox')).toBe('1');
    expect(shape.xml).toContain(
      '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr"><a:noAutofit/></a:bodyPr>',
    );
    // 12 px are 9 points.
    expect(valueIn(shape, 'a:rPr', 'sz')).toBe('900');
    expect(valueIn(shape, 'a:latin', 'typeface')).toBe('Arial');
    expect(shape.element.textContent).toBe('conv 3×3');
    expect(valueIn(shape, 'p:cNvPr', 'name')).toBe('conv 3×3');
  });

  test.each([
    ['start', 'l'],
    ['middle', 'ctr'],
    ['end', 'r'],
  ] as const)('stand at their %s', async (anchor, algn) => {
    const shape = await only(line({ anchor }));
    expect(valueIn(shape, 'a:pPr', 'algn')).toBe(algn);
    const { width } = measureLine(line());
    const [x = 0, , across = 0] = shape.frame;
    const edge = { start: x, middle: x + across / 2, end: x + across }[anchor];
    expect(edge / px - 8).toBeCloseTo(100, 3);
    expect(across / px).toBeGreaterThan(width);
    // The middle of Arial is 0.3465 of its size above the baseline.
    expect(middle(shape.frame)[1]).toBeCloseTo(50 - 0.3465 * 12, 3);
  });

  test('are turned about their anchor', async () => {
    for (const rotate of [30, -60, 90, 200]) {
      const shape = await only(line({ anchor: 'middle', rotate }));
      expect(valueIn(shape, 'a:xfrm', 'rot')).toBe(String(((rotate + 360) % 360) * 60_000));
      const [x, y] = middle(shape.frame);
      const angle = (rotate * Math.PI) / 180;
      expect(x).toBeCloseTo(100 + 0.3465 * 12 * Math.sin(angle), 3);
      expect(y).toBeCloseTo(50 - 0.3465 * 12 * Math.cos(angle), 3);
    }
  });

  test('are bold, slanted, raised and lowered', async () => {
    const shape = await only(
      line({
        weight: 'bold',
        runs: [
          { text: 'x' },
          { text: '2', script: 'super' },
          { text: 'i', script: 'sub', italic: true },
        ],
      }),
    );
    const runs = [...shape.element.getElementsByTagName('a:rPr')].map((run) =>
      ['b', 'i', 'baseline', 'sz'].map((name) => run.getAttribute(name)),
    );
    expect(runs).toEqual([
      ['1', null, null, '900'],
      ['1', null, '37000', '900'],
      ['1', '1', '-17000', '900'],
    ]);
  });

  test('say any characters, but none that XML has no place for', async () => {
    const shape = await only(line({ text: '<a> & "b"\u0000\u0008 \ud800 ]]> 中\tשלום 😀\ufffe' }));
    expect(shape.element.textContent).toBe('<a> & "b" \ufffd ]]> 中 שלום 😀');
    expect(valueIn(shape, 'p:cNvPr', 'name')).toBe('<a> & "b" \ufffd ]]> 中 שלום 😀');
  });

  test('that are smaller than a slide can have are named', async () => {
    const nodes = [line({ size: 1 }), line({ size: 1.4 })];
    const { content, warnings } = await toPptx({ scene: { children: nodes } });
    expect(warnings).toMatchObject([
      {
        rule: 'pptx-text-size',
        message:
          'a text is smaller than 1 point, the least that a slide can have, and larger than drawn',
      },
    ]);
    const sizes = [...(await slideIn(content)).getElementsByTagName('a:rPr')];
    expect(sizes.map((run) => run.getAttribute('sz'))).toEqual(['100', '105']);
  });
});

describe('formulas on a slide', () => {
  const math = {
    tex: String.raw`\frac{a}{b} < c`,
    width: 2,
    ascent: 1,
    descent: 0.5,
    commands: [['M', 0, -1], ['L', 2, -1], ['L', 2, 0.5], ['Z']] as const,
  };

  test('are shapes that say their TeX', async () => {
    const shape = await only(line({ runs: [{ text: '$…$', math }] }));
    expect(shape.kind).toBe('sp');
    expect(valueIn(shape, 'p:cNvPr', 'descr')).toBe(math.tex);
    expect(shape.frame).toEqual([108 * px, 46 * px, 24 * px, 18 * px]);
    expect(shape.element.getElementsByTagName('a:custGeom')).toHaveLength(1);
  });

  test('are together with the texts beside them', async () => {
    const node = line({
      text: 'loss $L$ here',
      runs: [{ text: 'loss ' }, { text: '$L$', math }, { text: ' here' }],
    });
    const shape = await only(node);
    expect(shape.kind).toBe('grpSp');
    expect(valueIn(shape, 'p:cNvPr', 'descr')).toBe('loss $L$ here');
    const parts = [...shape.element.children].slice(2);
    expect(parts.map((part) => part.textContent)).toEqual(['loss', '', 'here']);
    const turned = await only({ ...node, rotate: 90 });
    expect(valueIn({ element: turned.element }, 'a:ext', 'cx')).toBe(
      String(Math.round(shape.frame[3] ?? 0)),
    );
    // The outline itself is turned, and its box is now as high as it was wide.
    const formula = [...turned.element.children][3] as Element;
    expect(valueIn({ element: formula }, 'a:ext', 'cx')).toBe(String(18 * px));
    expect(valueIn({ element: formula }, 'a:ext', 'cy')).toBe(String(24 * px));
    expect(valueIn({ element: formula }, 'a:xfrm', 'rot')).toBeUndefined();
  });
});
