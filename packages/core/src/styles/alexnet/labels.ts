/** Which texts a figure has, and where each may stand. */
import type { XY } from '../../scene/shapes.js';
import type { SeenEdge, Sight } from '../../scene/solids.js';
import type { Options } from './options.js';
import type { Part, TensorPart, TiePart } from './parts.js';
import {
  type Candidate,
  type Obstacles,
  type Placed,
  placeTexts,
  textSize,
  type Wanted,
} from './placement.js';

/** The texts of one tensor. */
export interface TensorTexts {
  /** Beside its edges along x, y and z; of a bar, `y` stands under it. */
  readonly x: string;
  readonly y: string;
  readonly z: string;
  /** Under it. */
  readonly name: readonly string[];
  /** The kernel in it: its height, its width, and both in one. */
  readonly kernel?: { readonly y: string; readonly x: string; readonly size: string };
}

/** Font size of the sizes of kernels, in font sizes of the others. */
export const kernelFontSize = 0.85;

/** Gap between an edge and its text, in px. */
const gap = 3;

/** How far along an edge a text may stand. */
const shares = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9];

/** How much farther off than the gap a text may stand, in px. */
const distances = [0, 3, 7];

/** Costs in px of being off the middle of an edge, at the other edge, or on a face. */
const offMiddle = 24;
const otherEdge = 40;
const onFace = 60;

/** How far the size of a kernel may stand from its pyramid, in px, and its cost over it. */
const kernelSteps = 30;
const kernelStep = 2;
const kernelShifts = [0, -4, 4, -8, 8, -12, 12];
const above = 40;

/** Least distance between the size of a kernel and other texts, so that they are not read as one. */
const kernelTextGap = 7;

/** Places under a bar for its length, and what others cost more. */
const barSteps = 8;
const offBar = 40;

/** A size that costs more has strayed from its edge. */
const stray = 30;

/** An edge that is drawn shorter than this is not seen as one. */
const leastEdge = 3;

type Axis = 'x' | 'y' | 'z';

/** Where the text of an axis would best be from its edge: left of heights, above widths, under depths. */
const preferred: Readonly<Record<Axis, XY>> = {
  x: { x: -0.2, y: -1 },
  y: { x: -1, y: 0 },
  z: { x: 0, y: 1 },
};

/** What became of the texts of a figure. */
export interface Labelling {
  readonly placed: readonly Placed[];
  /** How many found no room although their edges are seen. */
  readonly crowded: number;
  /** How many stand at another edge than the best, or on a face. */
  readonly strayed: number;
}

/**
 * Places the texts of a figure.
 *
 * @param parts Its parts.
 * @param texts The texts of each tensor.
 * @param options The options.
 * @returns The texts that found room, and how good it is.
 */
export function placeLabels(
  parts: readonly Part[],
  texts: readonly TensorTexts[],
  options: Options,
): Labelling {
  const tensors = parts.filter((part) => part.kind === 'tensor').sort((a, b) => a.index - b.index);
  const pyramids = new Map(
    parts.flatMap((part) => (part.kind === 'pyramid' ? [[part.index, part] as const] : [])),
  );
  const textsOf = ({ index }: TensorPart) => texts[index] as TensorTexts;
  const obstacles = obstaclesOf(parts, tensors);
  // Kernels whose sides have no room for their texts get one text instead.
  const narrow = new Set<number>();
  const attempt = () => {
    const wanted = [
      ...tensors.flatMap((part) => sizesOf(part, textsOf(part), options)),
      ...tensors.flatMap((part) => {
        const kernelLabels = narrow.has(part.index) ? 'size' : options.kernelLabels;
        const pyramid = pyramids.get(part.index + 1);
        return kernelSizes(part, pyramid, textsOf(part), { ...options, kernelLabels });
      }),
      ...tensors.flatMap((part) => nameOf(part, textsOf(part), options)),
    ].filter(({ candidates }) => candidates.length > 0);
    return { wanted, placed: placeTexts(wanted, obstacles) };
  };
  /** Whether there are more kernels without room than before; each has one text from then on. */
  const narrows = ({ wanted, placed }: ReturnType<typeof attempt>) => {
    const before = narrow.size;
    const found = new Set(placed.map((text) => text.wanted));
    for (const text of wanted) {
      if (text.role === 'kernel' && !found.has(text)) narrow.add(text.tensor);
    }
    return narrow.size > before;
  };
  let { wanted, placed } = attempt();
  // That one text may take the room of others, so what is left is looked at again.
  while (options.kernelLabels === 'sides' && narrows({ wanted, placed })) {
    ({ wanted, placed } = attempt());
  }
  const strayed = placed.filter(({ wanted: { role }, cost }) => role === 'size' && cost > stray);
  return { placed, crowded: wanted.length - placed.length, strayed: strayed.length };
}

function obstaclesOf(parts: readonly Part[], tensors: readonly TensorPart[]): Obstacles {
  return {
    tensors: tensors.map(({ sight }) => sight.outline),
    lines: tensors.map(({ sight }) =>
      [...sight.hidden, ...sight.visible].map(({ from, to }) => [from, to] as const),
    ),
    others: parts.flatMap((part) => {
      if (part.kind !== 'tensor') return [part.sight.outline];
      return part.kernel ? [part.kernel.sight.outline] : [];
    }),
  };
}

function sizesOf(part: TensorPart, texts: TensorTexts, options: Options): Wanted[] {
  if (!options.showLabels) return [];
  const { fontSize } = options;
  return (['y', 'x', 'z'] as const).flatMap((axis): Wanted[] => {
    const text = texts[axis];
    if (!text) return [];
    if (!part.bar) {
      const candidates = besideEdges(part.sight, axis, [text], fontSize);
      return [{ lines: [text], tensor: part.index, role: 'size', fontSize, candidates }];
    }
    const candidates = [
      ...underneath(part.sight, [text], fontSize, barSteps),
      ...besideEdges(part.sight, axis, [text], fontSize, offBar),
    ];
    return [{ lines: [text], tensor: part.index, role: 'size', fontSize, candidates }];
  });
}

function kernelSizes(
  { index, kernel }: TensorPart,
  pyramid: TiePart | undefined,
  texts: TensorTexts,
  { kernelLabels, ...options }: Options,
): Wanted[] {
  if (!options.showLabels || kernelLabels === 'none' || !kernel || !texts.kernel) return [];
  const fontSize = options.fontSize * kernelFontSize;
  const want = (text: string, candidates: readonly Candidate[]): Wanted[] =>
    text
      ? [{ lines: [text], tensor: index, role: 'kernel', fontSize, gap: kernelTextGap, candidates }]
      : [];
  if (kernelLabels === 'sides') {
    const sides = (['y', 'x'] as const).map((axis) => {
      const text = texts.kernel?.[axis] ?? '';
      return { text, candidates: besideEdges(kernel.sight, axis, [text], fontSize) };
    });
    // One side alone would pass for the size of the other.
    if (sides.every(({ text, candidates }) => text === '' || candidates.length > 0)) {
      return sides.flatMap(({ text, candidates }) =>
        want(
          text,
          candidates.map((each) => ({ ...each, inside: true })),
        ),
      );
    }
  }
  const { size } = texts.kernel;
  const { outline } = (pyramid ?? kernel).sight;
  return want(size, overAndUnder(outline, [size], fontSize));
}

/** Places under the middle of a shape and over it, nearby first. */
function overAndUnder(outline: readonly XY[], lines: readonly string[], fontSize: number) {
  const half = textSize(lines, fontSize).y / 2 + gap;
  const xs = outline.map(({ x }) => x);
  const ys = outline.map(({ y }) => y);
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return Array.from({ length: kernelSteps }, (_, step) => step * kernelStep).flatMap((distance) =>
    kernelShifts.flatMap((shift): Candidate[] => {
      const cost = distance + Math.abs(shift) / 2;
      const x = middle + shift;
      return [
        { x, y: bottom + half + distance, cost, inside: true },
        { x, y: top - half - distance, cost: cost + above, inside: true },
      ];
    }),
  );
}

function nameOf(part: TensorPart, { name }: TensorTexts, { fontSize }: Options): Wanted[] {
  if (name.length === 0) return [];
  const candidates = underneath(part.sight, name, fontSize, 60);
  return [{ lines: name, tensor: part.index, role: 'name', fontSize, candidates }];
}

/** Places under the middle of a solid, each lower than the one before. */
function underneath(
  { outline }: Sight,
  lines: readonly string[],
  fontSize: number,
  steps: number,
): Candidate[] {
  const xs = outline.map(({ x }) => x);
  const x = (Math.min(...xs) + Math.max(...xs)) / 2;
  const bottom = Math.max(...outline.map(({ y }) => y));
  const half = textSize(lines, fontSize).y / 2;
  return Array.from({ length: steps }, (_, step) => ({
    x,
    y: bottom + gap + half + step * 4,
    cost: step * 4,
  }));
}

/** Which way the edge of two corners of a box runs; the corners are numbered by bits. */
function axisOf({ corners: [a, b] }: SeenEdge): Axis {
  return ({ 1: 'x', 2: 'y', 4: 'z' } as const)[(a ^ b) as 1 | 2 | 4];
}

/** Places beside the edges of a box along one axis: beyond its outline, or on its faces. */
function besideEdges(
  { visible, outline }: Sight,
  axis: Axis,
  lines: readonly string[],
  fontSize: number,
  extra = 0,
): Candidate[] {
  const size = textSize(lines, fontSize);
  const middle = middleOf(outline);
  return visible
    .filter((edge) => axisOf(edge) === axis)
    .flatMap(({ from, to, outline: outer }) => {
      const out = outwards(from, to, middle);
      if (!out) return [];
      return [out, { x: -out.x, y: -out.y }].flatMap((normal) => {
        const inside = !outer || normal !== out;
        const away = 1 - (normal.x * preferred[axis].x + normal.y * preferred[axis].y);
        const cost = extra + (away * otherEdge) / 2 + (inside ? onFace : 0);
        return beside(from, to, normal, size, cost, inside);
      });
    });
}

function middleOf(points: readonly XY[]): XY {
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  };
}

/** The normal of an edge away from a point; none of an edge that is seen as a point. */
function outwards(from: XY, to: XY, middle: XY): XY | undefined {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < leastEdge) return undefined;
  const across = { x: (from.y - to.y) / length, y: (to.x - from.x) / length };
  const sign = across.x * (from.x - middle.x) + across.y * (from.y - middle.y) > 0 ? 1 : -1;
  return { x: across.x * sign, y: across.y * sign };
}

/** Places along one side of an edge, the text clear of it. */
function beside(
  from: XY,
  to: XY,
  normal: XY,
  size: XY,
  cost: number,
  inside: boolean,
): Candidate[] {
  const reach = (Math.abs(normal.x) * size.x + Math.abs(normal.y) * size.y) / 2 + gap;
  return shares.flatMap((share) =>
    distances.map((distance) => ({
      x: from.x + (to.x - from.x) * share + normal.x * (reach + distance),
      y: from.y + (to.y - from.y) * share + normal.y * (reach + distance),
      cost: cost + Math.abs(share - 0.5) * offMiddle + distance,
      inside,
    })),
  );
}
