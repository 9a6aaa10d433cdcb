import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchChromium } from '../support/chromium.js';
import { serve } from '../support/server.js';
import { bundlers, Site } from './site.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const pages = [
  '/docs/',
  '/docs/weights/',
  '/docs/caffe/',
  '/docs/component/',
  '/blog/',
  '/page/',
  '/plain/',
];

describe.skipIf(!hasChromium)('a built site in Chromium', () => {
  let site: Site;
  let server: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    site = new Site();
    site.configure("plugins: ['nnfig'],");
    const { status, output } = site.build({ future: bundlers.Rspack, out: 'build' });
    if (status !== 0) throw new Error(output);
    server = await serve(join(site.folder, 'build'));
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1200, height: 900 }, colorScheme: 'light' });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    site?.dispose();
  });

  async function problemsOfFigures(): Promise<unknown[]> {
    await page.addScriptTag({ path: axe });
    const { violations } = (await page.evaluate(
      // Runs in the page, where the script above has put it.
      "axe.run({ include: ['.nnfig'] })",
    )) as AxeResults;
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]);
  }

  const inkOf = () =>
    page.evaluate(() => {
      const text = document.querySelector(
        '.nnfig-drawing text[fill*="--nnfig-ink"], .nnfig-drawing [fill*="--nnfig-ink"] text',
      );
      return text ? getComputedStyle(text).fill : '';
    });

  it.each(pages)(
    'shows the figures of %s, which follow the dark switch and pass axe',
    async (path) => {
      await page.goto(server.url + path, { waitUntil: 'networkidle' });
      const drawings = await page.locator('.nnfig-drawing > svg').all();
      expect(drawings.length).toBeGreaterThan(0);
      for (const drawing of drawings) {
        const box = await drawing.boundingBox();
        expect(box?.width).toBeGreaterThan(40);
        expect(box?.height).toBeGreaterThan(40);
      }
      expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
      const light = await inkOf();
      expect(await problemsOfFigures()).toEqual([]);

      await page.getByRole('button', { name: /Switch between dark and light mode/ }).click();
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      const dark = await inkOf();
      expect([light, dark]).toEqual(['rgb(27, 31, 36)', 'rgb(241, 243, 246)']);
      expect(await problemsOfFigures()).toEqual([]);
      await page.getByRole('button', { name: /Switch between dark and light mode/ }).click();
      expect(errors).toEqual([]);
    },
  );

  it('lets wide figures shrink on a phone while their text is legible, and scroll from there on', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(`${server.url}/docs/component/`, { waitUntil: 'networkidle' });
    const widths = await page.evaluate(() => {
      const figure = document.querySelector('.nnfig[aria-label="LeNet-5"]');
      const svg = figure?.querySelector('svg');
      return {
        page: document.documentElement.scrollWidth,
        figure: figure?.clientWidth,
        inside: figure?.scrollWidth,
        shown: svg?.getBoundingClientRect().width,
        own: Number(svg?.getAttribute('width')),
        smallest: Math.min(
          ...[...(svg?.querySelectorAll('text') ?? [])].map(
            (text) =>
              Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 0),
          ),
        ),
      };
    });
    expect(widths.page).toBe(360);
    expect(widths.figure).toBeLessThanOrEqual(360);
    expect(widths.shown).toBeLessThan(widths.own);
    expect(widths.smallest).toBeGreaterThanOrEqual(7.5);
    expect(widths.inside).toBeGreaterThan(360);
  });

  it('can print them in light colours, and gives them to forced colours', async () => {
    await page.setViewportSize({ width: 1200, height: 900 });
    await page.goto(`${server.url}/docs/`, { waitUntil: 'networkidle' });
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark';
    });
    expect(await inkOf()).toBe('rgb(241, 243, 246)');
    await page.emulateMedia({ media: 'print' });
    expect(await inkOf()).toBe('rgb(27, 31, 36)');
    await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
    const [ink, canvasText] = await page.evaluate(() => {
      const text = document.querySelector(
        '.nnfig-drawing text[fill*="--nnfig-ink"], .nnfig-drawing [fill*="--nnfig-ink"] text',
      );
      const probe = document.body.appendChild(document.createElement('p'));
      probe.style.color = 'CanvasText';
      return [text && getComputedStyle(text).fill, getComputedStyle(probe).color];
    });
    expect(ink).toBe(canvasText);
    await page.emulateMedia({ media: 'screen', forcedColors: 'none' });
  });

  it('brings figures to life when asked to, also on pages that are come to by a link', async () => {
    site.configure("plugins: [['nnfig', { interactive: true }]],");
    const { status, output } = site.build({ future: bundlers.Rspack, out: 'build-interactive' });
    expect(status, output).toBe(0);
    const live = await serve(join(site.folder, 'build-interactive'));
    try {
      await page.goto(`${live.url}/docs/`, { waitUntil: 'networkidle' });
      await page.locator('.nnfig-drawing > svg [role=button] circle').first().hover();
      await page.locator('[role=tooltip]').waitFor();
      expect(await page.locator('.nnfig-here').count()).toBe(1);
      expect(await problemsOfFigures()).toEqual([]);

      await page.evaluate(() => Object.assign(window, { samePage: true }));
      await page.getByRole('link', { name: 'Figures in MDX' }).first().click();
      const drawing = page.locator('.nnfig[aria-label="LeNet-5"] svg[role^="graphics-document"]');
      await drawing.waitFor();
      expect(await page.evaluate(() => 'samePage' in window)).toBe(true);
      await drawing.locator('[role=button]').first().press('Enter');
      await page.locator('dialog').waitFor();
      await page.keyboard.press('Escape');
      expect(errors).toEqual([]);
    } finally {
      await live.close();
    }
  });

  it('shows what is wrong in the development server, and the figure once page and files are right', async () => {
    site.write('src/pages/draft.md', '# Draft\n\n```nn\n4 -> 3 sofmax\n```\n');
    const port = 3975;
    const development = site.start(port, bundlers.Rspack);
    try {
      const url = `http://127.0.0.1:${port}/draft`;
      await expect.poll(() => reaches(url), { timeout: 60_000, interval: 500 }).toBe(true);
      await page.goto(url);
      const card = page.locator('.nnfig-error');
      await card.waitFor();
      const text = await card.textContent();
      expect(text).toContain(`${join('src', 'pages', 'draft.md')}:4:8`);
      expect(text).toContain('Did you mean softmax?');
      expect(development.output()).toContain(`${join('src', 'pages', 'draft.md')}:4:8 error: `);
      expect(await problemsOfFigures()).toEqual([]);

      site.write('src/pages/draft.md', '# Draft\n\n```nn\n4 -> 3 softmax\n```\n');
      await page.locator('.nnfig-drawing > svg').waitFor({ timeout: 30_000 });
      expect(await card.count()).toBe(0);

      site.write(
        'src/pages/draft.md',
        '# Draft\n\n```nn style=fcnn\ninput: 2\nlayers: [dense 1]\noptions: { weights: ./draft.json }\n```\n',
      );
      await card.waitFor();
      expect(await card.textContent()).toContain('there is no such file');
      const edge = (sign: string) => page.locator(`.nnfig [stroke*="--nnfig-weight-${sign}"]`);
      site.write('src/pages/draft.json', '[[[1, 1]]]');
      await edge('positive').first().waitFor({ timeout: 30_000 });
      expect(await edge('negative').count()).toBe(0);
      site.write('src/pages/draft.json', '[[[1, -1]]]');
      await edge('negative').waitFor({ timeout: 30_000 });

      const layer = (name: string) =>
        `input: "data" input_shape { dim: 1 dim: 4 } layer { name: "${name}" type: "ReLU" bottom: "data" top: "a" }\n`;
      const box = (name: string) => page.locator('.nnfig-drawing text', { hasText: name });
      site.write('src/pages/draft.prototxt', 'layer {\n  name: "a"\n');
      site.write('src/pages/draft.md', '# Draft\n\n```nn\nfrom: ./draft.prototxt\n```\n');
      await card.filter({ hasText: './draft.prototxt:1:1' }).waitFor({ timeout: 30_000 });
      expect(await card.textContent()).toContain(`${join('src', 'pages', 'draft.md')}:4:7`);
      site.write('src/pages/draft.prototxt', layer('before'));
      await box('before').waitFor({ timeout: 30_000 });
      expect(await card.count()).toBe(0);
      site.write('src/pages/draft.prototxt', layer('after'));
      await box('after').waitFor({ timeout: 30_000 });
    } finally {
      development.stop();
    }
  });
});

async function reaches(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
