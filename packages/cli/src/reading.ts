import { readers } from '@nnfig/formats';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type FigureSettings, formats } from 'nnfig';

/** Flags that say how a description is read, as commander hands them over. */
export interface ReadingFlags {
  readonly from?: string;
  readonly input?: string;
  readonly batch?: number;
  readonly phase?: 'train' | 'test';
}

/**
 * Adds the flags of reading to a command.
 *
 * @param command The command.
 * @returns The same command.
 */
export function addReadingFlags(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--from <notation>',
        'notation of the description; told from its text and name unless given',
      ).choices([...formats, ...readers.map(({ name }) => name)]),
    )
    .option('--input <sizes>', 'sizes of the input, such as 3x227x227 or data=3x227x227')
    .option('--batch <n>', 'examples that are counted at once; one unless given', parseBatch)
    .addOption(
      new Option('--phase <phase>', 'layers of which phase count in a file for both').choices([
        'train',
        'test',
      ]),
    );
}

/**
 * Turns flags of reading into settings; what is not given is left to the description.
 *
 * @param flags Flags as given.
 * @returns Settings for core.
 */
export function toReadingSettings({ from, input, batch, phase }: ReadingFlags): FigureSettings {
  return {
    ...(from !== undefined && { format: from }),
    ...(input !== undefined && { input }),
    ...(batch !== undefined && { batch }),
    ...(phase !== undefined && { phase }),
  };
}

function parseBatch(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) {
    throw new InvalidArgumentError('It is a whole number from 1 to 999999.');
  }
  return Number(text);
}
