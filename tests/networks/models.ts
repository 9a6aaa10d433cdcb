/** Reads the figures that other tools computed, where they are at hand. */
import { readFileSync } from 'node:fs';
import { sharedPath } from '../support/shared.js';

/** What `ground-truth/models.json` says of one model. */
export interface ModelFigures {
  readonly params: number;
  readonly buffers: number;
  readonly macs: number;
}

/** One layer of a table: module, class, shape of the output, parameters, multiply-accumulates. */
export type ModelRow = readonly [string, string, readonly number[], number, number];

interface ModelFile {
  readonly models: Readonly<Record<string, ModelFigures>>;
  readonly layers: Readonly<Record<string, readonly ModelRow[]>>;
}

const path = sharedPath('ground-truth', 'models.json');

/** The file; nothing on a machine without it. */
export const models: ModelFile | undefined = path
  ? (JSON.parse(readFileSync(path, 'utf8')) as ModelFile)
  : undefined;
