/** Boxes, edges and shapes are those of Netscope, for all of its networks. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readers } from '@nnfig/formats';
import { analyzeText } from 'nnfig';
import type { Layer, Network } from 'nnfig/readers';
import { describe, expect, test } from 'vitest';
import { sharedPath } from '../support/shared.js';

const presets = sharedPath('models', 'caffe', 'dgschwend__netscope', 'presets');
const tables = sharedPath('ground-truth', 'netscope-analyzer-tables') ?? '';

function read(preset: string): Network {
  const text = readFileSync(join(presets ?? '', `${preset}.prototxt`), 'utf8');
  // Netscope always takes the layers for training.
  const { network } = analyzeText(text, { phase: 'train' }, { readers });
  if (!network) throw new Error(`${preset} was not read`);
  return network;
}

/** Layers, boxes once those that work in place are merged, and edges between boxes. */
const structures: Readonly<
  Record<string, readonly [layers: number, boxes: number, edges: number]>
> = {
  SSD300: [101, 78, 98],
  YOLO: [56, 31, 30],
  alexnet: [24, 15, 15],
  caffenet: [24, 15, 15],
  'fcn-8s-pascal': [49, 32, 36],
  googlenet: [143, 85, 111],
  inceptionv3: [311, 217, 251],
  inceptionv3_orig: [311, 311, 345],
  inceptionv4: [638, 191, 245],
  inceptionv4_resnet: [562, 186, 238],
  nin: [31, 18, 18],
  'resnet-50': [229, 74, 89],
  'resnet-152': [671, 210, 259],
  squeezenet: [67, 40, 47],
  squeezenet_v11: [67, 40, 47],
  sq11b2a_e3: [64, 37, 44],
  'vgg-16': [40, 23, 22],
  zynqnet: [65, 39, 47],
  // That tool takes one input of several; the other one here is a layer, a box and an edge more.
  fasterRCNN_AlexNet: [34 + 1, 24 + 1, 25 + 1],
  fasterRCNN_ResNet: [241 + 1, 85 + 1, 102 + 1],
  fasterRCNN_VGG: [50 + 1, 32 + 1, 33 + 1],
  fasterRCNN_ZynqNet: [74 + 1, 47 + 1, 56 + 1],
  // One blob is called by the name of its layer: that tool drops the edge.
  'fcn-16s': [46, 29, 30 + 1],
};

describe.skipIf(!presets)('structure', () => {
  test.each(Object.entries(structures))('%s', (preset, structure) => {
    const { layers } = read(preset);
    const units = new Map(layers.map(({ id, unit }) => [id, unit]));
    const edges = new Set(
      layers.flatMap(({ unit, inputs }) =>
        inputs
          .map(({ layer }) => units.get(layer))
          .filter((source) => source !== unit)
          .map((source) => `${source}>${unit}`),
      ),
    );
    expect([layers.length, new Set(units.values()).size, edges.size]).toEqual(structure);
  });
});

interface TableRow {
  readonly name: string;
  readonly type: string;
  readonly ch_out: number | string;
  readonly dim_out: string;
}

function tableOf(preset: string): readonly TableRow[] {
  const rerun = join(tables, 'nan-presets-rerun-with-batch1', `${preset}.json`);
  const path = existsSync(rerun) ? rerun : join(tables, `${preset}.json`);
  return (JSON.parse(readFileSync(path, 'utf8')) as { detail?: readonly TableRow[] }).detail ?? [];
}

/** A shape as that tool writes it: channels, then width × height. */
function written({ op, shape }: Layer, row: TableRow): string {
  const [, channels = 1, height = 1, width] = shape;
  // A third axis alone is a width for it after Reshape, and the same after what follows.
  const size =
    width === undefined ? (shape.length === 3 ? `1x${height}` : '1x1') : `${width}x${height}`;
  return op === 'objective' ? `${row.ch_out} ${row.dim_out}` : `${channels} ${size}`;
}

/** Rows that are no layers, and those that it got wrong. */
function isComparable({ type, name }: TableRow): boolean {
  // Blobs that are called otherwise than their layers, with what it makes of them.
  if (type === 'implicit') return false;
  // Prior boxes of a made-up shape, and what concatenates them. Losses are numbers, no vectors.
  return !(type === 'PriorBox' || name === 'mbox_priorbox');
}

describe.skipIf(!presets)('shapes', () => {
  test.each(Object.keys(structures).filter((preset) => preset !== 'fcn-8s-pascal'))(
    '%s',
    (preset) => {
      const layers = new Map(read(preset).layers.map((layer) => [layer.name, layer]));
      const rows = tableOf(preset).filter(isComparable);
      expect(rows.length).toBeGreaterThan(20);
      const ours = rows.map((row) => {
        const layer = layers.get(row.name);
        return `${row.name}: ${layer ? written(layer, row) : 'no layer'}`;
      });
      expect(ours).toEqual(
        rows.map(({ name, ch_out, dim_out }) => `${name}: ${ch_out} ${dim_out}`),
      );
    },
  );
});
