import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { operations, styles } from 'nnfig';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/machine.mjs';
import { problems } from '../../website/data/problems.mjs';
import { readmeFigures } from '../../website/scripts/readme-figure.mjs';
import { hasChromium, launchChromium } from '../support/chromium.js';
import { projectFiles, projectText } from '../support/repository.js';
import { serve } from '../support/server.js';
import { build, folder, paths } from './site.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const html = (path: string) => readFileSync(join(folder, path, 'index.html'), 'utf8');

beforeAll(build);

describe('the pages of the website', () => {
  test('are all there', () => {
    expect(paths()).toEqual(
      expect.arrayContaining([
        '/',
        '/docs/first-figure/',
        '/docs/reference/notation/',
        '/docs/reference/operations/',
        '/docs/reference/problems/',
        '/docs/reference/analysis/',
        '/docs/gallery/',
        '/docs/gallery/networks/',
        ...styles.flatMap(({ name }) => [`/docs/styles/${name}/`, `/docs/gallery/${name}/`]),
      ]),
    );
  });

  test('load nothing from elsewhere', () => {
    const elsewhere = paths().flatMap((path) =>
      [
        ...html(path).matchAll(
          /<(?:script|link|img|iframe)\b[^>]*?(?:src|href)="?(https?:[^" >]+)/g,
        ),
      ]
        // Names of pages, which a browser does not load.
        .filter(([tag]) => !/rel="?(canonical|alternate)/.test(tag))
        .map(([, url]) => `${path}: ${url}`),
    );
    expect(elsewhere).toEqual([]);
  });

  test('have a heading for every operation', () => {
    const page = html('docs/reference/operations');
    const missing = operations.filter(
      ({ name, category }) =>
        !page.includes(category === 'activation' ? `<code>${name}</code>` : `id=${name}`) &&
        !page.includes(`id="${name}"`),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  test('have a heading for every rule, where messages link to', () => {
    const page = html('docs/reference/problems');
    const rules = rulesInSources();
    expect(rules.size).toBeGreaterThan(30);
    const missing = [...rules].filter((rule) => !new RegExp(`id="?${rule}[" >]`).test(page));
    expect(missing).toEqual([]);
  });

  test('have no heading for a rule that is no more', () => {
    const rules = rulesInSources();
    expect(problems.map(({ rule }) => rule).filter((rule) => !rules.has(rule))).toEqual([]);
  });

  test('show every option of every style in its table', () => {
    const missing = styles.flatMap(({ name, options }) => {
      const page = html(`docs/styles/${name}`);
      return Object.keys(options.shape)
        .filter((option) => !page.includes(`<code>${option}</code>`))
        .map((option) => `${name}: ${option}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('the figure of the README', () => {
  test.each(readmeFigures())('$path is what nnfig draws now', ({ path, svg }) => {
    expect(existsSync(join(root, path))).toBe(true);
    expect(projectText(path), 'run `pnpm --filter website run readme`').toBe(svg);
    expect(projectText('README.md')).toContain(path);
  });
});

describe.skipIf(!hasChromium)('the website in Chromium', () => {
  let server: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;

  beforeAll(async () => {
    server = await serve(folder);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const sizes = [
    { width: 1280, height: 900, colorScheme: 'light' },
    { width: 390, height: 844, colorScheme: 'dark' },
  ] as const;

  test.each(sizes)('has no fault on any page at $width px, $colorScheme', async (size) => {
    const { colorScheme, ...viewport } = size;
    const page = await browser.newPage({ viewport, colorScheme });
    const errors = listen(page);
    const faults: unknown[] = [];
    for (const path of paths()) {
      await page.goto(server.url + path, { waitUntil: 'load' });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) faults.push([path, `the page is ${overflow} px too wide`]);
      for (const [index, drawing] of (await page.locator('.nnfig-drawing > svg').all()).entries()) {
        const box = await drawing.boundingBox();
        if (!box || box.width < 40 || box.height < 30)
          faults.push([path, `figure ${index} is not seen`]);
      }
      faults.push(...(await violations(page)).map((violation) => [path, violation]));
    }
    await page.close();
    expect(faults).toEqual([]);
    expect(errors).toEqual([]);
  });

  test.each(['/', '/docs/first-figure/', '/docs/gallery/networks/'])(
    'shows the figures of %s in the colours that the switch asks for',
    async (path) => {
      const page = await browser.newPage({ colorScheme: 'light' });
      const errors = listen(page);
      await page.goto(server.url + path, { waitUntil: 'networkidle' });
      expect(await page.locator('.nnfig-drawing > svg').count()).toBeGreaterThan(0);
      const ink = () =>
        page.evaluate(() => {
          // Texts that matter less have another colour.
          const inked = '[fill*="--nnfig-ink"]';
          const text = document.querySelector(
            `.nnfig-drawing text${inked}, .nnfig-drawing ${inked} text`,
          );
          return text ? getComputedStyle(text).fill : '';
        });
      expect(await ink()).toBe('rgb(27, 31, 36)');
      const toggle = page.getByRole('button', { name: /Switch between dark and light mode/ });
      // From the system's theme, through light, to dark.
      for (let press = 0; press < 3; press++) {
        if ((await page.locator('html').getAttribute('data-theme')) === 'dark') break;
        await toggle.click();
      }
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      expect(await ink()).toBe('rgb(241, 243, 246)');
      await page.close();
      expect(errors).toEqual([]);
    },
  );

  test('shows the first figure of the home page whole on a phone', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${server.url}/`, { waitUntil: 'load' });
    const figure = await page.evaluate(() => {
      const element = document.querySelector('.nnfig');
      return element && { inside: element.scrollWidth, outside: element.clientWidth };
    });
    expect(figure?.inside).toBeLessThanOrEqual(figure?.outside ?? 0);
    await page.close();
  });
});

/** Names of the rules that the packages report. */
function rulesInSources(): Set<string> {
  const reported = [
    /\brule(?:: string)?(?:: | = )'([a-z]+(?:-[a-z]+)*)'/g,
    /\breport\(\s*'([a-z]+(?:-[a-z]+)*)'/g,
    /\bproblems\.(?:error|warn)\(\s*'([a-z]+(?:-[a-z]+)*)'/g,
    // One of two, by a condition.
    /(?:\? '([a-z]+(?:-[a-z]+)+)' :|(?<!\b(?:name|title)): '([a-z]+(?:-[a-z]+)+)',?$)/gm,
    /new MathError\([^;]*?'([a-z]+(?:-[a-z]+)+)'\)/g,
    /new OperationError\([^;]*?'([a-z]+-[a-z]+(?:-[a-z]+)*)',?\s*\)/g,
  ];
  const rules = new Set<string>();
  for (const name of ['core', 'formats', 'remark']) {
    for (const path of projectFiles(`packages/${name}/src`)) {
      if (!path.endsWith('.ts')) continue;
      const text = projectText(path);
      for (const pattern of reported) {
        for (const [, first, second] of text.matchAll(pattern)) rules.add(first ?? second ?? '');
      }
    }
  }
  return rules;
}

/** Collects what a page says is wrong. */
function listen(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`);
  });
  return errors;
}

async function violations(page: Page): Promise<unknown[]> {
  await page.addScriptTag({ path: axe });
  // Runs in the page, where the script above has put it.
  const results = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as AxeResults;
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html.slice(0, 200))]);
}
