import { describe, expect, test } from 'vitest';
import { type Embedding, embed } from '../../../../src/styles/netscope/layout/planarity.js';
import { planarFlow, random } from './graphs.js';

type Pairs = readonly (readonly [number, number])[];

function embedded(count: number, pairs: Pairs): Embedding | undefined {
  return embed(
    count,
    Int32Array.from(pairs, ([first]) => first),
    Int32Array.from(pairs, ([, second]) => second),
  );
}

/** Faces of a drawing that has these orders around its vertices. */
function facesOf({ next }: Embedding): number {
  const seen = new Set<number>();
  let faces = 0;
  for (let start = 0; start < next.length; start++) {
    if (seen.has(start)) continue;
    faces++;
    for (let end = start; !seen.has(end); end = next[end ^ 1] ?? start) seen.add(end);
  }
  return faces;
}

const complete = (count: number): Pairs =>
  Array.from({ length: count }, (_, second) =>
    Array.from({ length: second }, (_, first) => [first, second] as const),
  ).flat();

const completeTwo = (left: number, right: number): Pairs =>
  Array.from(
    { length: left * right },
    (_, at) => [at % left, left + Math.floor(at / left)] as const,
  );

describe('a graph', () => {
  test.each([
    ['of four, all joined', 4, complete(4), 4],
    ['of two and four, all joined', 6, completeTwo(2, 4), 4],
    [
      'that is a tree',
      5,
      [
        [0, 1],
        [0, 2],
        [1, 3],
        [1, 4],
      ] as Pairs,
      1,
    ],
    [
      'with a double edge',
      3,
      [
        [0, 1],
        [0, 1],
        [1, 2],
      ] as Pairs,
      2,
    ],
  ])('%s is drawn with as many faces as Euler says', (_, count, pairs, faces) => {
    const drawn = embedded(count, pairs);
    expect(drawn && facesOf(drawn)).toBe(faces);
  });

  test.each([
    ['of five, all joined', 5, complete(5)],
    ['of three and three, all joined', 6, completeTwo(3, 3)],
    [
      'that has three and three in it',
      8,
      [...completeTwo(3, 3).slice(1), [0, 6], [6, 3], [6, 7]] as Pairs,
    ],
  ])('%s is not drawn', (_, count, pairs) => {
    expect(embedded(count, pairs)).toBeUndefined();
  });

  test('that is drawn in a plane is always found to be', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { count, pairs } = planarFlow(4 + (seed % 30), random(seed));
      const drawn = embedded(count, pairs);
      expect(drawn && facesOf(drawn)).toBe(pairs.length - count + 2);
    }
  });
});
