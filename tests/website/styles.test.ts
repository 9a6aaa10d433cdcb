import { renderFence, styles } from 'nnfig';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { optionExamples } from '../../website/data/option-examples/index.mjs';

const examples = Object.entries(optionExamples).flatMap(([style, groups]) =>
  groups.flatMap(({ options }) =>
    Object.entries(options).map(([option, text]) => ({ style, option, text })),
  ),
);

const svgOf = (text: string) => renderFence({ value: text }).svg;

describe('the options on the pages of styles', () => {
  test.each(Object.keys(optionExamples))('are all there for %s', (name) => {
    const schema = styles.find((style) => style.name === name)?.options;
    const shown = examples.filter(({ style }) => style === name).map(({ option }) => option);
    expect(shown.sort()).toEqual(Object.keys(schema?.shape ?? {}).sort());
  });

  test('are shown for the styles that come from other tools', () => {
    expect(Object.keys(optionExamples)).toEqual(
      expect.arrayContaining(['fcnn', 'lenet', 'alexnet', 'plotneuralnet']),
    );
  });

  test.each(examples)('$style: the block of $option has no problem', ({ text }) => {
    expect(renderFence({ value: text }).diagnostics).toEqual([]);
  });

  test.each(examples)('$style: without $option, its figure is another', ({ option, text }) => {
    const { options, ...rest } = parse(text);
    expect(Object.keys(options)).toContain(option);
    const { [option]: _shown, ...others } = options;
    const without = stringify({ ...rest, options: others });
    expect(svgOf(without)).not.toBe(svgOf(text));
  });
});
