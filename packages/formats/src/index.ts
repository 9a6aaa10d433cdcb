/** Readers of other notations and model files, for the option `readers` of nnfig's adapters. */
import type { ModelReader } from 'nnfig/readers';
import { caffe } from './caffe/reader.js';

export { caffe };

/** All readers. */
export const readers: readonly ModelReader[] = [caffe];
