import { describe, expect, test } from 'vitest';
import { network, read, shapesOf } from './read.js';

const input = 'input: "data" input_shape { dim: 1 dim: 4 dim: 8 dim: 8 }\n';

/** Layers of one line each: name, type, bottoms, tops. */
function layers(...rows: readonly string[]): string {
  return rows
    .map((row) => {
      const [name, type, bottoms = '', tops = ''] = row.split(' ');
      const blobs = (field: string, list: string) =>
        list
          .split(',')
          .filter(Boolean)
          .map((blob) => `${field}: "${blob}"`)
          .join(' ');
      return `layer { name: "${name}" type: "${type}" ${blobs('bottom', bottoms)} ${blobs('top', tops)} }\n`;
    })
    .join('');
}

/** Edges as `a>b`, by id. */
function edges(text: string): string[] {
  return network(text).layers.flatMap(({ id, inputs }) =>
    inputs.map(({ layer }) => `${layer}>${id}`),
  );
}

describe('blobs', () => {
  test('wire layers, whatever these are called', () => {
    expect(edges(input + layers('a ReLU data x', 'b Sigmoid x y', 'c Eltwise x,y z'))).toEqual([
      'data>a',
      'a>b',
      'a>c',
      'b>c',
    ]);
  });

  test('have a version for each layer that works in place', () => {
    const text =
      input + layers('p Power data x', 'q ReLU x x', 'r Dropout x x', 's TanH x y', 't ReLU x x');
    expect(edges(text)).toEqual(['data>p', 'p>q', 'q>r', 'r>s', 'r>t']);
  });

  test('are those above where they are taken', () => {
    const text = input + layers('p Power data x', 's TanH x y', 'q ReLU x x', 'e Eltwise x,y z');
    expect(edges(text)).toEqual(['data>p', 'p>s', 'p>q', 'q>e', 's>e']);
  });

  test('may have names of several tops', () => {
    const text = `${input}layer { name: "s" type: "Slice" bottom: "data" top: "a" top: "b" }
      ${layers('t TanH b c')}`;
    expect(network(text).layers[2]?.inputs).toEqual([{ layer: 's', port: 1 }]);
  });
});

describe('boxes', () => {
  const units = (text: string) =>
    Object.fromEntries(network(text).layers.map(({ id, unit }) => [id, unit]));

  test('hold all that works in place on what one layer gives', () => {
    const text = input + layers('p Power data x', 'q BatchNorm x x', 'r ReLU x x', 's ReLU x y');
    expect(units(text)).toEqual({ data: 'data', p: 'p', q: 'p', r: 'p', s: 's' });
  });

  test('do not hold what would lead out of the box and back', () => {
    const text = input + layers('p Power data x', 'q TanH x y', 'e Eltwise x,y x');
    expect(units(text)).toMatchObject({ p: 'p', q: 'q', e: 'e' });
  });

  test('hold a sum in place of what was there before', () => {
    const text = input + layers('q TanH data y', 'p Power data x', 'e Eltwise x,y x');
    expect(units(text)).toMatchObject({ p: 'p', q: 'q', e: 'p' });
  });
});

describe('order', () => {
  test('is that of the file', () => {
    const text = input + layers('b TanH data y', 'a Power data x', 'c Eltwise x,y z');
    expect(network(text).layers.map(({ id }) => id)).toEqual(['data', 'b', 'a', 'c']);
  });

  test('may be any without circles, with a warning', () => {
    const {
      network: found,
      problems,
      hints,
    } = read(input + layers('c Eltwise x,y z', 'b TanH data y', 'a Power data x', 'r ReLU x x'));
    expect(found?.layers.map(({ id }) => id)).toEqual(['data', 'a', 'r', 'b', 'c']);
    expect(found && shapesOf(found)).toMatchObject({ c: '1x4x8x8' });
    expect(problems).toEqual([
      '?2:43 `c` takes the blob `x`, which is given only on line 4',
      '?2:55 `c` takes the blob `y`, which is given only on line 3',
    ]);
    expect(hints[0]).toBe('Move the layer that gives it up: Caffe reads layers in order.');
  });

  test('cannot go in a circle', () => {
    const { problems, hints } = read(
      input + layers('a Eltwise data,z x', 'b TanH x y', 'c TanH y z'),
    );
    expect(problems.filter((problem) => !problem.startsWith('?'))).toEqual([
      '3:40 `a`, `c` and `b` take from each other in a circle',
    ]);
    expect(hints.at(-1)).toBe('Take one of them from an earlier blob.');
  });

  test('of thousands of layers takes no stack', () => {
    const rows = Array.from(
      { length: 5000 },
      (_, index) => `l${index} TanH x${index} x${index + 1}`,
    );
    const backwards = input.replace('data', 'x0') + layers(...rows.reverse());
    expect(read(backwards).network?.layers).toHaveLength(5001);
  });
});

describe('problems', () => {
  test('a blob that no layer gives', () => {
    const { problems, hints } = read(input + layers('a TanH dat x', 'b TanH x y'));
    expect(problems).toEqual(['2:40 no layer gives the blob `dat`']);
    expect(hints).toEqual(['Did you mean `data`?']);
    expect(read(input + layers('a TanH q x')).hints[0]).toContain('Write it as a `top`');
  });

  test('the name of a layer in place of its blob is taken, with a warning', () => {
    const { problems, network: found } = read(input + layers('a TanH data x', 'b TanH a y'));
    expect(problems).toEqual([
      '?3:40 no layer gives the blob `a`; what the layer of that name gives is `x`',
    ]);
    expect(found?.layers[2]?.inputs).toEqual([{ layer: 'a', port: 0 }]);
  });

  test('a blob that two layers give', () => {
    const { problems } = read(input + layers('a TanH data x', 'b ReLU data x'));
    expect(problems).toEqual(['3:52 `b` gives the blob `x`, which `a` gives on line 2']);
  });

  test('too few bottoms, too many, and tops that are not given', () => {
    const text = input + layers('a Eltwise data x', 'b ReLU data,data y', 'c TanH data z,w');
    expect(read(text).problems).toEqual([
      '2:1 `Eltwise` takes at least 2 bottoms, but `a` has 1',
      '3:1 `ReLU` takes 1 bottom, but `b` has 2',
      '4:61 `TanH` gives 1 top, but `c` has 2',
    ]);
  });

  test('shapes that do not fit, at the layer', () => {
    const text = `${input}input: "b" input_shape { dim: 1 dim: 3 dim: 8 dim: 8 }
  ${layers('e Eltwise data,b x', 'f ReLU x x')}`;
    expect(read(text).problems).toEqual([
      '3:3 `add` needs equal shapes, but gets `4×8×8` and `3×8×8`',
    ]);
  });
});

describe('groups', () => {
  /** Groups by layer. */
  const groups = (text: string) =>
    Object.fromEntries(network(text).layers.map(({ id, group = '' }) => [id, group]));

  test('hold neighbours whose names begin alike', () => {
    const text =
      input +
      layers(
        'conv1 Power data x',
        'a/1x1 TanH x p',
        'a/relu ReLU p p',
        'a/3x3 TanH x q',
        'a/out Eltwise p,q y',
        'plain ReLU y y',
        'b/1 TanH y z',
        'b/2 TanH z w',
      );
    expect(groups(text)).toEqual({
      data: '',
      conv1: '',
      'a/1x1': 'a1',
      'a/relu': 'a1',
      'a/3x3': 'a1',
      'a/out': 'a1',
      plain: 'a1',
      'b/1': 'b1',
      'b/2': 'b1',
    });
    expect(network(text).groups).toEqual([
      { id: 'a1', name: 'a', kind: 'group' },
      { id: 'b1', name: 'b', kind: 'group' },
    ]);
  });

  test('do not hold one box, nor layers that stand apart', () => {
    const text =
      input +
      layers('a/1 Power data x', 'a/relu ReLU x x', 'b/1 TanH x y', 'c TanH y z', 'b/2 TanH z w');
    expect(Object.values(groups(text)).every((group) => group === '')).toBe(true);
  });
});

describe('shared parameters', () => {
  const shared = (name: string, bottom: string, out: number, params = '"w" "b"') => {
    const names = params.split(' ').map((param) => `param { name: ${param} }`);
    return `layer { name: "${name}" type: "InnerProduct" bottom: "${bottom}" top: "${name}" ${names.join(' ')}
      inner_product_param { num_output: ${out} } }\n`;
  };

  test('belong to the first', () => {
    const found = network(input + shared('p', 'data', 4) + shared('q', 'data', 4));
    expect(found.layers.map(({ share }) => share)).toEqual([undefined, undefined, 'p']);
  });

  test('stand alone in older files', () => {
    const older = (name: string) =>
      `layers { name: "${name}" type: INNER_PRODUCT bottom: "data" top: "${name}" param: "w" param: "b"
        inner_product_param { num_output: 4 } }\n`;
    expect(network(input + older('p') + older('q')).layers[2]?.share).toBe('p');
  });

  test('must be as many', () => {
    const { problems } = read(input + shared('p', 'data', 4) + shared('q', 'data', 5));
    expect(problems).toEqual([
      '4:78 `q` needs 1285 parameters, but shares those of `p` on line 2, which has 1028',
    ]);
  });

  test('are counted as own where only some are', () => {
    const { problems, network: found } = read(
      input + shared('p', 'data', 4) + shared('q', 'data', 4, '"w" "c"'),
    );
    expect(problems[0]).toContain('?4:78 `q` shares only some of its parameters');
    expect(found?.layers[2]?.share).toBeUndefined();
  });
});
