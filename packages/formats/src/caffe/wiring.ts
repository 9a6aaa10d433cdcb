/**
 * Which layer takes what from which: Caffe wires layers by the names of blobs. A layer that
 * works in place (a top that is one of its bottoms) makes a new version of a blob; whoever
 * comes after it takes that version.
 */
import { quote, suggestion } from 'nnfig/readers';
import type { NetInput } from './file.js';
import type { BlobName, CaffeLayer } from './layer.js';
import { sort } from './order.js';
import type { Problems, Span } from './problems.js';

/** What gives blobs: an input of the whole network, or a layer. */
export type Node =
  | { readonly kind: 'input'; readonly input: NetInput }
  | { readonly kind: 'layer'; readonly layer: CaffeLayer };

/** A version of a blob: which node gives it, and as which of its tops. */
export interface Version {
  readonly node: number;
  readonly top: number;
}

/** Who takes a blob, in any version. */
export interface Consumer {
  readonly layer: CaffeLayer;
  /** Which of its bottoms. */
  readonly bottom: number;
}

/** The wiring of a network. */
export interface Wiring {
  readonly nodes: readonly Node[];
  /** For each node what its bottoms are; nothing where a blob is unknown, after a report. */
  readonly sources: readonly (readonly (Version | undefined)[])[];
  /** Nodes so that each comes after those it takes from, in the order of the file where that will do. */
  readonly order: readonly number[];
  /** By the name of the blob. */
  readonly consumers: ReadonlyMap<string, readonly Consumer[]>;
}

/** What a blob goes through: who makes it, then who works on it in place. */
interface History {
  readonly versions: Version[];
  readonly span: Span;
}

const noBlobs: readonly BlobName[] = [];

function topsOf(node: Node): readonly BlobName[] {
  if (node.kind === 'layer') return node.layer.tops;
  return [{ text: node.input.blob, ...node.input.span }];
}

/**
 * @param node What gives blobs.
 * @returns What it takes.
 */
export const bottomsOf = (node: Node): readonly BlobName[] =>
  node.kind === 'layer' ? node.layer.bottoms : noBlobs;

function worksInPlace(node: Node, blob: string): boolean {
  return node.kind === 'layer' && node.layer.worksInPlaceOn(blob);
}

/**
 * @param node What gives blobs.
 * @returns Its name.
 */
export const nameOf = (node: Node): string =>
  node.kind === 'layer' ? node.layer.name : node.input.blob;

/** Collects who makes each blob; a second maker is reported. */
function makersOf(nodes: readonly Node[], problems: Problems): Map<string, History> {
  const histories = new Map<string, History>();
  for (const [index, node] of nodes.entries()) {
    for (const [top, blob] of topsOf(node).entries()) {
      if (worksInPlace(node, blob.text)) continue;
      const earlier = histories.get(blob.text);
      if (!earlier) {
        histories.set(blob.text, { versions: [{ node: index, top }], span: blob });
        continue;
      }
      const maker = nodes[earlier.versions[0]?.node ?? 0];
      const other = maker ? nameOf(maker) : '';
      problems.error(
        'duplicate-name',
        `${quote(nameOf(node))} gives the blob ${quote(blob.text)}, which ${quote(other)} gives on line ${problems.line(earlier.span.start)}`,
        blob,
        'Give one of them another name, or say in which `phase` each is included.',
      );
    }
  }
  return histories;
}

/** Adds those that work in place, in the order of the file. */
function addVersions(nodes: readonly Node[], histories: ReadonlyMap<string, History>): void {
  for (const [index, node] of nodes.entries()) {
    for (const [top, blob] of topsOf(node).entries()) {
      if (worksInPlace(node, blob.text)) {
        histories.get(blob.text)?.versions.push({ node: index, top });
      }
    }
  }
}

/**
 * Finds the version that a node takes: the last that is made above it in the file. Where all
 * are made further down, one that works in place takes the first, any other the last of all.
 */
function versionFor(
  versions: readonly Version[],
  node: number,
  inPlace: boolean,
): Version | undefined {
  // Those that work in place stand in the order of the file, after who makes the blob.
  let low = 1;
  let high = versions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((versions[middle]?.node ?? 0) < node) low = middle + 1;
    else high = middle;
  }
  const [maker] = versions;
  const above = low > 1 || (maker !== undefined && maker.node < node);
  return above || inPlace ? versions[low - 1] : versions.at(-1);
}

/** What layers give, by their names, where it is one blob. */
function topsByLayer(layers: readonly CaffeLayer[]): Map<string, string> {
  const tops = new Map<string, string>();
  for (const layer of layers) {
    const [top] = layer.tops;
    if (top && layer.tops.length === 1) tops.set(layer.name, top.text);
  }
  return tops;
}

/** Some tools wire by the names of layers, and so do files that were made with them. */
function historyOfLayer(
  blob: BlobName,
  tops: ReadonlyMap<string, string>,
  histories: ReadonlyMap<string, History>,
  problems: Problems,
): History | undefined {
  const top = tops.get(blob.text);
  const history = top === undefined ? undefined : histories.get(top);
  if (!history) return undefined;
  problems.warn(
    'unknown-name',
    `no layer gives the blob ${quote(blob.text)}; what the layer of that name gives is ${quote(top)}`,
    blob,
    `Write \`bottom: "${top}"\`.`,
  );
  return history;
}

function reportUnknown(
  blob: BlobName,
  histories: ReadonlyMap<string, History>,
  problems: Problems,
): void {
  if (problems.reporter.full) return;
  problems.error(
    'unknown-name',
    `no layer gives the blob ${quote(blob.text)}`,
    blob,
    suggestion(
      blob.text,
      histories.keys(),
      'Write it as a `top` of the layer that gives it, or say `phase` where that layer is left out.',
    ),
  );
}

/** Tells who takes each blob. */
function consumersOf(nodes: readonly Node[]): Map<string, Consumer[]> {
  const consumers = new Map<string, Consumer[]>();
  for (const node of nodes) {
    if (node.kind !== 'layer') continue;
    for (const [bottom, { text }] of node.layer.bottoms.entries()) {
      const list = consumers.get(text);
      const consumer = { layer: node.layer, bottom };
      if (list) list.push(consumer);
      else consumers.set(text, [consumer]);
    }
  }
  return consumers;
}

/**
 * Wires a network.
 *
 * @param inputs Inputs of the whole network.
 * @param layers Its layers, in the order of the file. Caffe wants each after those it takes
 *   from; any order without circles will do here, with a warning.
 * @param problems Where problems go.
 * @returns Who takes what from whom, and an order to go through them. Near linear time.
 */
export function wire(
  inputs: readonly NetInput[],
  layers: readonly CaffeLayer[],
  problems: Problems,
): Wiring {
  const nodes: Node[] = [
    ...inputs.map((input): Node => ({ kind: 'input', input })),
    ...layers.map((layer): Node => ({ kind: 'layer', layer })),
  ];
  const histories = makersOf(nodes, problems);
  addVersions(nodes, histories);
  const tops = topsByLayer(layers);
  const sources = nodes.map((node, index) =>
    bottomsOf(node).map((blob) => {
      const history = histories.get(blob.text) ?? historyOfLayer(blob, tops, histories, problems);
      if (!history) {
        reportUnknown(blob, histories, problems);
        return undefined;
      }
      const version = versionFor(history.versions, index, worksInPlace(node, blob.text));
      if (version && version.node > index) {
        problems.warn(
          'late-blob',
          `${quote(nameOf(node))} takes the blob ${quote(blob.text)}, which is given only on line ${problems.line(history.span.start)}`,
          blob,
          'Move the layer that gives it up: Caffe reads layers in order.',
        );
      }
      return version;
    }),
  );
  const order = sort(nodes, sources, problems);
  return { nodes, sources, order, consumers: consumersOf(nodes) };
}
