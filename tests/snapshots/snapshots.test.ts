import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readers } from '@nnfig/formats';
import { render } from 'nnfig';
import { describe, expect, test } from 'vitest';

/**
 * Every fixture as it is drawn, kept as an SVG to look at: the gallery of the
 * website shows the same files. After a change that is meant,
 * `npx vitest run --project whole tests/snapshots -u` writes them anew.
 */
const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));

/** Descriptions, and texts of Caffe. */
const ending = /\.(?:nn|prototxt)$/;

/** An element a line, so that a change can be read as well as seen. */
function lines(svg: string): string {
  return svg.replace(/>(?=<\/?(?:g|path|circle|text|image|desc|svg)\b)/g, '>\n');
}

for (const folder of readdirSync(fixtures).sort()) {
  const files = readdirSync(`${fixtures}/${folder}`).filter((file) => ending.test(file));
  describe.runIf(files.length > 0)(folder, () => {
    test.each(files.sort())('%s', async (file) => {
      const text = readFileSync(`${fixtures}/${folder}/${file}`, 'utf8');
      const { svg, diagnostics } = render(text, {}, {}, { readers });
      expect(diagnostics).toEqual([]);
      await expect(`${lines(svg ?? '')}\n`).toMatchFileSnapshot(
        `${folder}/${file.replace(ending, '.svg')}`,
      );
    });
  });
}
