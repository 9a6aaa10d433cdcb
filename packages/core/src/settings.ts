/**
 * How a figure looks, from five places: the fence's meta, the block, the page's
 * front matter, the plugin's options, and the defaults, in this order.
 */
import * as z from 'zod';
import { type Counting, countings } from './analysis/counting.js';
import type { Place, Problem } from './diagnostics.js';
import type { Profile } from './ops/operation.js';
import { type LegendPlace, legendPlaces } from './scene/legend.js';
import { type SketchSetting, sketchSetting } from './sketching.js';
import { hexColour } from './styles/hex-colour.js';
import { explain, keysOf } from './validation.js';

const text = z.string().max(2000);

/** A length in units of a style of blocks. */
const length = z.number().min(0.2).max(400);

/** What a label or a caption of `draw:` may be. */
const drawEntry = z.strictObject({
  color: hexColour.optional(),
  label: text.optional(),
  caption: text.optional(),
  size: z
    .strictObject({ width: length.optional(), height: length.optional(), depth: length.optional() })
    .optional(),
  opacity: z.number().min(0).max(1).optional(),
});

/** Schema of everything that can be said of the look; keys that one place does not take are left out there. */
export const settingsSchema = z.strictObject({
  style: z
    .string()
    .optional()
    .describe('Style of the figure; chosen to suit the network unless given'),
  title: text.optional().describe('Name of the figure, for assistive technology and under it'),
  caption: text.optional().describe('Text under the figure, after the title'),
  description: text
    .optional()
    .describe('Description for those who do not see the figure; generated unless given'),
  theme: z
    .enum(['auto', 'light', 'dark'])
    .optional()
    .describe('`auto` follows the colour scheme of the page'),
  palette: z
    .enum(['nnfig', 'classic'])
    .optional()
    .describe('`classic` has the colours of the tool that a style comes from'),
  width: z
    .number()
    .min(40)
    .max(10_000)
    .optional()
    .describe('Width in px; that of the drawing unless given'),
  source: z.boolean().optional().describe('Whether to show the text of the block under the figure'),
  legend: z
    .union([z.boolean(), z.enum(legendPlaces)])
    .optional()
    .describe(
      'Whether to add a legend of the kinds of operation and of lines, and where; `true` is `auto`: within the drawing where there is room, else below',
    ),
  sketch: sketchSetting
    .optional()
    .describe(
      'Whether the figure is drawn by hand, and how: `true`, how faces are filled, or a map of the hand and its pen',
    ),
  render: z.boolean().optional().describe('`false` leaves the block as code'),
  profile: z
    .enum(['torch', 'keras', 'caffe'])
    .optional()
    .describe('Whose arithmetic decides where frameworks differ'),
  format: z
    .string()
    .optional()
    .describe('Notation of the text or file; told from what is in it unless given'),
  input: z
    .union([text, z.number()])
    .optional()
    .describe(
      'Sizes of the input, whatever the text says: `3x227x227`, or by name, `data=3x227x227,im_info=3`',
    ),
  batch: z
    .int()
    .min(1)
    .max(1e6)
    .optional()
    .describe('Size of the batch axis; 1 unless given, whatever the text says'),
  phase: z
    .enum(['train', 'test'])
    .optional()
    .describe('Which layers count where a file is for training and for testing'),
  counting: z
    .enum(countings)
    .optional()
    .describe('Whose convention counts operations: ours, or that of the Netscope analyzer'),
  table: z
    .union([z.boolean(), z.enum(['summary', 'layers'])])
    .optional()
    .describe(
      'Whether a table of shapes and costs stands under the figure: `summary` (as `true`) has a row for each block, `layers` for each layer',
    ),
  options: z.record(z.string(), z.unknown()).optional().describe('Options of the style'),
  styles: z
    .record(z.string(), z.record(z.string(), z.unknown()))
    .optional()
    .describe('Options by style, for whichever is drawn'),
  labels: z
    .union([text, z.record(z.string(), text)])
    .optional()
    .describe('Label templates: one text, or one by slot'),
  draw: z
    .record(z.string(), drawEntry)
    .optional()
    .describe('Looks of single layers, by name or operation'),
});

/** What can be said of the look of a figure. */
export interface FigureSettings {
  /** Style of the figure; chosen to suit the network unless given. */
  readonly style?: string | undefined;
  /** Name of the figure, for assistive technology and under it. */
  readonly title?: string | undefined;
  /** Text under the figure, after the title. */
  readonly caption?: string | undefined;
  /** Description for those who do not see the figure; generated unless given. */
  readonly description?: string | undefined;
  /** `auto` follows the colour scheme of the page. */
  readonly theme?: 'auto' | 'light' | 'dark' | undefined;
  /** `classic` has the colours of the tool that a style comes from. */
  readonly palette?: 'nnfig' | 'classic' | undefined;
  /** Width in px; that of the drawing unless given. */
  readonly width?: number | undefined;
  /** Whether to show the text of the block under the figure. */
  readonly source?: boolean | undefined;
  /**
   * Whether to add a legend of the kinds of operation and of lines, and where;
   * `true` is `auto`: within the drawing where there is room, else below.
   */
  readonly legend?: boolean | LegendPlace | undefined;
  /** Whether the figure is drawn by hand, and how: `true`, how faces are filled, or the hand and its pen. */
  readonly sketch?: SketchSetting | undefined;
  /** `false` leaves the block as code. */
  readonly render?: boolean | undefined;
  /** Whose arithmetic decides where frameworks differ. */
  readonly profile?: Profile | undefined;
  /** Notation of the text or file; told from what is in it unless given. */
  readonly format?: string | undefined;
  /** Sizes of the input, whatever the text says: `3x227x227`, or by name, `data=3x227x227`. */
  readonly input?: string | number | undefined;
  /** Size of the batch axis; 1 unless given, whatever the text says. */
  readonly batch?: number | undefined;
  /** Which layers count where a file is for training and for testing. */
  readonly phase?: 'train' | 'test' | undefined;
  /** Whose convention counts operations: ours, or that of the Netscope analyzer. */
  readonly counting?: Counting | undefined;
  /** Whether a table of shapes and costs stands under the figure: a row for each block, or for each layer. */
  readonly table?: boolean | 'summary' | 'layers' | undefined;
  /** Options of the style. */
  readonly options?: Readonly<Record<string, unknown>> | undefined;
  /** Options by style, for whichever is drawn. */
  readonly styles?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  /** Label templates: one text, or one by slot. */
  readonly labels?: string | Readonly<Record<string, string>> | undefined;
  /** Looks of single layers, by name or operation. */
  readonly draw?: Readonly<Record<string, DrawSetting>> | undefined;
}

/** What can be said of the look of one layer. */
export interface DrawSetting {
  readonly color?: string | undefined;
  readonly label?: string | undefined;
  readonly caption?: string | undefined;
  /** Lengths in units of the style, for styles of blocks. */
  readonly size?:
    | {
        readonly width?: number | undefined;
        readonly height?: number | undefined;
        readonly depth?: number | undefined;
      }
    | undefined;
  /** Opacity of the faces, for styles of blocks. */
  readonly opacity?: number | undefined;
}

/** Keys of the settings, in the order of the reference. */
export const settingKeys = Object.keys(settingsSchema.shape);

/** One of the places that settings come from. */
export interface SettingsLayer {
  /** What it is called in messages. */
  readonly subject: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Place of what stands at a path, if it stands in a text. */
  at(path: readonly PropertyKey[], key: boolean): Place | undefined;
  report(problem: Problem): void;
}

/**
 * Checks one place's settings.
 *
 * @param layer The settings and where their problems go.
 * @returns Those that are right.
 */
export function checkSettings(layer: SettingsLayer): FigureSettings {
  const result = settingsSchema.safeParse(layer.values);
  if (result.success) return result.data;
  const wrong = new Set<PropertyKey>();
  for (const problem of explain(
    result.error,
    layer.values,
    layer.subject,
    keysOf(settingsSchema),
  )) {
    wrong.add(problem.path[0] ?? '');
    layer.report({ ...problem, place: layer.at(problem.path, problem.key) });
  }
  const right = Object.entries(layer.values).filter(([key]) => !wrong.has(key));
  return settingsSchema.parse(Object.fromEntries(right));
}
