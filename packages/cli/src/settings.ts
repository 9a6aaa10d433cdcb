import { type Command, InvalidArgumentError, Option } from 'commander';
import { type FigureSettings, styles } from 'nnfig';

/** Flags that say how a figure looks, as commander hands them over. */
export interface FigureFlags {
  readonly style?: string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly theme?: 'auto' | 'light' | 'dark';
  readonly palette?: 'nnfig' | 'classic';
  readonly width?: number;
  readonly title?: string;
}

/**
 * Adds the flags of a figure to a command.
 *
 * @param command The command.
 * @returns The same command.
 */
export function addFigureFlags(command: Command): Command {
  return command
    .addOption(
      new Option('--style <name>', 'style of the figure').choices(styles.map(({ name }) => name)),
    )
    .option('--set <key=value>', 'an option of the style; may be given again', collectSetting)
    .addOption(
      new Option(
        '--theme <theme>',
        'colours: `auto` follows the page the SVG stands in, the others are plain',
      ).choices(['auto', 'light', 'dark']),
    )
    .addOption(
      new Option('--palette <palette>', "colours of nnfig, or of the style's own tool").choices([
        'nnfig',
        'classic',
      ]),
    )
    .option('--width <px>', 'width of the figure', parseWidth)
    .option('--title <text>', 'title of the figure, for those who hear it');
}

/**
 * Turns flags into settings; what is not given is left to the description.
 *
 * @param flags Flags as given.
 * @returns Settings for core.
 */
export function toSettings({ set, ...flags }: FigureFlags): FigureSettings {
  return {
    ...(flags.style !== undefined && { style: flags.style }),
    ...(flags.theme !== undefined && { theme: flags.theme }),
    ...(flags.palette !== undefined && { palette: flags.palette }),
    ...(flags.width !== undefined && { width: flags.width }),
    ...(flags.title !== undefined && { title: flags.title }),
    ...(set !== undefined && { options: set }),
  };
}

function collectSetting(
  text: string,
  previous: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const equals = text.indexOf('=');
  if (equals < 1) throw new InvalidArgumentError('It is written key=value.');
  const key = text.slice(0, equals).trim();
  return Object.fromEntries([
    ...Object.entries(previous),
    [key, parseValue(text.slice(equals + 1).trim())],
  ]);
}

/** Numbers, booleans and lists are written as in JSON; anything else is a text. */
function parseValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function parseWidth(text: string): number {
  const width = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || width <= 0) {
    throw new InvalidArgumentError('It is a number of pixels, such as 640.');
  }
  return width;
}
