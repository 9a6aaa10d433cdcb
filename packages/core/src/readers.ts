/** What a reader of another notation builds with: the builder of networks, problems and their places. */
export type { Diagnostic, Place, Point, Problem } from './diagnostics.js';
export { Reporter } from './diagnostics.js';
export type { ModelReader, ReadContext } from './model-reader.js';
export { type LayerRequest, layerLimit, NetworkBuilder, TooLarge } from './network/builder.js';
export type { DeclaredShape } from './network/declared-shape.js';
export type { Group, Layer, LayerOrigin, Network, Reference } from './network/network.js';
export { type Tensor, unknownTensor } from './network/scope.js';
export { Source } from './notation/source.js';
export { findOperation } from './ops/index.js';
export type { Category, Operation, Profile, Shape } from './ops/operation.js';
export { formatShape, OperationError } from './ops/operation.js';
export { listOf, nearest, suggestion } from './suggest.js';
export { quote } from './validation.js';
