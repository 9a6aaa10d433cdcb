export type { Analysis, AxisField, LayerAnalysis, Totals } from './analysis/analysis.js';
export { analyze, summedLayers } from './analysis/analyze.js';
export { type Counting, countings } from './analysis/counting.js';
export { formatCount, groupDigits } from './analysis/format.js';
export { type CostRow, costRows, type RowKind } from './analysis/rows.js';
export type { Diagnostic, Place, Point, Severity } from './diagnostics.js';
export type { Fence, FenceAnalysis, FenceDiagnostic, FenceResult } from './fence.js';
export { analyzeFence, errorCard, renderFence, validateSettings } from './fence.js';
export type { ModelReader, ReadContext } from './model-reader.js';
export type { DeclaredShape } from './network/declared-shape.js';
export type {
  Group,
  GroupKind,
  Layer,
  LayerOrigin,
  Network,
  Reference,
} from './network/network.js';
export { type Format, formats } from './notation/format.js';
export { findOperation, operations } from './ops/index.js';
export type { Category, Operation, Profile, Shape, Work } from './ops/operation.js';
export { type WorkCounts, workKinds } from './ops/work.js';
export type { Adapter } from './reading.js';
export type { AnalyzeSettings, Rendering } from './render.js';
export { analyzeText, render } from './render.js';
export type { Scene, SceneNode } from './scene/scene.js';
export type { JsonSchema } from './schema.js';
export { schema } from './schema.js';
export type { DrawSetting, FigureSettings } from './settings.js';
export { settingKeys } from './settings.js';
export type { SketchSetting } from './sketching.js';
export { findStyle, styles } from './styles/index.js';
export type { ReadFile, Style } from './styles/style.js';
