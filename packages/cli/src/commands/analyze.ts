import { type Command, Option } from 'commander';
import { analyzeFence, type Counting, countings } from 'nnfig';
import { type Report, reportOf } from '../analysis.js';
import { analysisCsv, analysisMarkdown, analysisText } from '../analysis-text.js';
import { addBlockFlag, type BlockFlag, readDescription, reportProblems } from '../description.js';
import { misuse } from '../failure.js';
import type { Io } from '../io.js';
import { print } from '../output.js';
import { addReadingFlags, type ReadingFlags, toReadingSettings } from '../reading.js';

interface Flags extends BlockFlag, ReadingFlags {
  readonly json?: true;
  readonly csv?: true;
  readonly md?: true;
  readonly summary?: true;
  readonly work?: true;
  readonly counting?: Counting;
}

/**
 * Adds `nnfig analyze`: shapes, costs and receptive fields, layer by layer.
 *
 * @param program The command line.
 * @param io Streams and current folder.
 */
export function addAnalyze(program: Command, io: Io): void {
  const command = program
    .command('analyze')
    .summary('print shapes, parameters, MACs and receptive fields')
    .description('Print shapes, parameters, MACs and receptive fields, layer by layer.')
    .argument('[file]', 'description, or Markdown page with one; `-` or nothing is standard input')
    .option('--json', 'print JSON')
    .option('--csv', 'print comma-separated values')
    .option('--md', 'print a Markdown table')
    .option('--summary', 'a row for each block, and for each line of the description')
    .option('--work', 'comparisons, additions and so on in place of receptive fields')
    .addOption(new Option('--counting <whose>', 'whose conventions count').choices([...countings]));
  addBlockFlag(addReadingFlags(command)).action(async (file: string | undefined, flags: Flags) => {
    const formats = (['json', 'csv', 'md'] as const).filter((format) => flags[format]);
    if (formats.length > 1) {
      throw misuse(`${formats.map((name) => `--${name}`).join(' and ')} exclude each other.`);
    }
    const description = await readDescription(file, flags, io);
    const { network, analysis, diagnostics } = analyzeFence({
      ...description.fence,
      // What is said on the command line goes before what the description says.
      overrides: {
        ...toReadingSettings(flags),
        ...(flags.counting !== undefined && { counting: flags.counting }),
      },
    });
    reportProblems(description, diagnostics, io);
    if (!network || !analysis) throw misuse(`\`${description.name}\` describes no network.`);
    const report = reportOf(network, analysis, flags.summary ? 'summary' : 'layers');
    const shown = flags.work || analysis.counting === 'netscope' ? 'work' : 'fields';
    print(write[formats[0] ?? 'text'](report, shown), io);
  });
}

const write: Readonly<
  Record<'json' | 'csv' | 'md' | 'text', (report: Report, shown: 'fields' | 'work') => string>
> = {
  json: (report) => `${JSON.stringify(report, undefined, 2)}\n`,
  csv: analysisCsv,
  md: analysisMarkdown,
  text: analysisText,
};
