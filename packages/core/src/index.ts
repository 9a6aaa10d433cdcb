export type { Analysis, AxisField, LayerAnalysis, Totals } from './analysis/analysis.js';
export type { Diagnostic, Place, Point, Severity } from './diagnostics.js';
export type { Group, GroupKind, Layer, Network, Reference } from './network/network.js';
export type { Category, Profile, Shape } from './ops/operation.js';
export type { Scene, SceneNode } from './scene/scene.js';
