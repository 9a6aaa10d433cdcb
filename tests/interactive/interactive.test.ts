import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { AxeResults } from 'axe-core';
import { styles } from 'nnfig';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchChromium } from '../support/chromium.js';
import { axe, body, serveBodies, shipped } from './page.js';

test('script and stylesheet are under 4 KB together, as they are sent', () => {
  const sizes = [shipped.script, shipped.styles].map(
    (file) => gzipSync(readFileSync(file), { level: 9 }).length,
  );
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(4096);
});

const network = `input: 3x32x32
layers:
  - conv 8 3x3 p1 relu as stem
  - concat:
      - [conv 8 1x1 as left, conv 8 3x3 p1 as below]
      - [conv 8 5x5 p2 as right]
  - gap
  - dense 10 softmax as end
`;

const block = (text: string, meta: string) => `\`\`\`nn ${meta}\n${text}\`\`\`\n\n`;
const figure = block(network, 'title="Branches" style=netscope');
const chain = 'input: 1x28x28\nlayers: [conv 6 5x5 relu, maxpool 2, flatten, dense 10]\n';
const vectors = 'input: 4\nlayers: [dense 3 relu, dense 2]\n';

describe.skipIf(!hasChromium)('a page with the script', () => {
  let server: Awaited<ReturnType<typeof serveBodies>>;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    server = await serveBodies({
      still: { html: body(figure), script: false },
      one: { html: body(figure) },
      two: { html: body(figure + figure) },
      table: { html: body(block(network, 'title="Branches" style=netscope table=layers')) },
      none: { html: '<p>No figure.</p>' },
      styles: {
        html: body(
          styles
            .map(({ name }) => block(name === 'fcnn' ? vectors : chain, `style=${name}`))
            .join(''),
        ),
      },
    });
    browser = await launchChromium();
  });
  afterEach(async () => {
    await page.close();
    expect(errors.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(name: string, options: BrowserContextOptions = {}): Promise<void> {
    const context = await browser.newContext({
      viewport: { width: 1000, height: 900 },
      // For axe; what the script does under the policy is tested without it.
      bypassCSP: true,
      ...options,
    });
    page = await context.newPage();
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`${server.url}/${name}.html`, { waitUntil: 'networkidle' });
  }

  const box = (layer: string): Locator =>
    page.locator(`.nnfig > svg [role=button][data-layer="${layer}"]`).first();
  const inDialog = (layer: string): Locator =>
    page.locator(`dialog [data-layer="${layer}"]`).first();
  const tooltip = () => page.locator('[role=tooltip]');
  const dialog = () => page.locator('dialog');

  /** Ids of the boxes that are not dimmed, in the order of the drawing; all when none is. */
  const lit = (root = '.nnfig > svg') =>
    page.evaluate((selector) => {
      const seen = (element: Element | null): boolean =>
        !element || (getComputedStyle(element).opacity === '1' && seen(element.parentElement));
      return [...document.querySelectorAll(`${selector} [role=button]`)]
        .filter(seen)
        .map((element) => element.getAttribute('data-layer'));
    }, root);
  const litEdges = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.nnfig > svg [data-from]')]
        .filter((edge) => getComputedStyle(edge).opacity === '1')
        .map((edge) => `${edge.getAttribute('data-from')}-${edge.getAttribute('data-to')}`),
    );
  const at = () =>
    page.evaluate(() => {
      const { activeElement: focused } = document;
      return focused?.getAttribute('data-layer') ?? focused?.textContent;
    });

  async function violations(): Promise<unknown[]> {
    await page.addScriptTag({ path: axe });
    // Runs in the page, where the script above has put it.
    const results = (await page.evaluate('axe.run()')) as AxeResults;
    return results.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  }

  const everything = ['input', 'stem', 'left', 'below', 'right', 'concat1', 'gap1', 'end'];
  /** Long enough for what waits before it restores. */
  const restored = () => expect.poll(() => lit()).toEqual(everything);

  test('lights a layer under the pointer with its connections and neighbours, and restores', async () => {
    await open('one');
    expect(await lit()).toEqual(everything);
    await box('left').hover();
    await expect.poll(() => lit()).toEqual(['stem', 'left', 'below']);
    expect(await litEdges()).toEqual(['stem-left', 'left-below']);
    // A box of several layers is one.
    await page.locator('[data-layer=relu1]').hover();
    await expect.poll(() => lit()).toEqual(['input', 'stem', 'left', 'right']);
    await page.mouse.move(2, 2);
    await restored();
    expect(
      await page
        .locator('[class*="nnfig-"]')
        .evaluateAll((all) => all.map((each) => each.getAttribute('class'))),
    ).toEqual(['nnfig-tools']);
  });

  test('says what is known of the layers of a box, as text, within the window', async () => {
    await open('one');
    await box('stem').hover();
    await tooltip().waitFor();
    const words = await tooltip().locator('b, dt, dd').allTextContents();
    expect(words.slice(0, 5)).toEqual(['stem', 'type', 'Convolution', 'out', '8']);
    expect(words.slice(words.indexOf('MACs')).slice(0, 5)).toEqual([
      'MACs',
      '221,184',
      'relu1',
      'type',
      'ReLU',
    ]);
    expect(await page.locator('svg title').count()).toBe(0);
    const panel = (await tooltip().boundingBox()) ?? fail();
    const around = (await box('stem').boundingBox()) ?? fail();
    expect(panel.x).toBeGreaterThanOrEqual(around.x + around.width);
    expect(panel.y + panel.height).toBeLessThanOrEqual(900);
    await page.keyboard.press('Escape');
    expect(await tooltip().count()).toBe(0);
    expect(await lit()).toEqual(everything);

    // A window that is too small for all that is said.
    await page.setViewportSize({ width: 340, height: 300 });
    await box('stem').hover();
    await tooltip().waitFor();
    const { x, y, width, height } = (await tooltip().boundingBox()) ?? fail();
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(7.9);
    expect(x + width).toBeLessThanOrEqual(332.1);
    expect(y + height).toBeLessThanOrEqual(292.1);
  });

  test('has one tab stop a figure, from which the arrows follow the connections', async () => {
    await open('two');
    await page.getByRole('link', { name: 'Before' }).focus();
    await page.keyboard.press('Tab');
    expect(await at()).toBe('input');
    expect(await lit()).toEqual(['input', 'stem', ...everything]);
    expect(await tooltip().textContent()).toContain('Input');
    expect(await box('input').getAttribute('aria-describedby')).toBe(
      await tooltip().getAttribute('id'),
    );
    const way = async (keys: readonly string[]) => {
      const places: unknown[] = [];
      for (const key of keys) {
        await page.keyboard.press(key);
        places.push(await at());
      }
      return places;
    };
    expect(await way(['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'])).toEqual([
      'stem',
      'left',
      'below',
      'left',
    ]);
    expect(await way(['ArrowRight', 'ArrowLeft', 'ArrowRight', 'ArrowDown'])).toEqual([
      'right',
      'left',
      'right',
      'concat1',
    ]);
    // Nothing stands beside it.
    expect(await way(['ArrowRight', 'ArrowLeft', 'End', 'Home', 'ArrowUp'])).toEqual([
      'gap1',
      'concat1',
      'end',
      'input',
      'input',
    ]);
    expect(await way(['End', 'Tab'])).toEqual(['end', 'input']);
    expect(
      await page
        .locator('figure')
        .nth(1)
        .evaluate((figure) => figure.contains(document.activeElement)),
    ).toBe(true);
    expect(await way(['Tab', 'Shift+Tab', 'Shift+Tab'])).toEqual(['After', 'input', 'end']);
    await page.keyboard.press('Shift+Tab');
    expect(await lit()).toEqual([...everything, ...everything]);
  });

  test('enlarges a figure in a dialog that takes the focus and gives it back', async () => {
    await open('one');
    await box('input').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    expect(await dialog().getAttribute('aria-label')).toBe('Branches');
    expect(await dialog().evaluate((element) => element.matches(':modal'))).toBe(true);
    const size = await dialog().locator('svg').boundingBox();
    expect([size?.width, size?.height]).toEqual([1000, 900]);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflow)).toBe(
      'hidden',
    );
    const stops = new Set<unknown>();
    for (let press = 0; press < 8; press++) {
      await page.keyboard.press('Tab');
      // Out of the dialog are only the browser's own controls.
      stops.add(
        (await page.evaluate(() => document.activeElement?.matches('body')))
          ? 'browser'
          : await at(),
      );
    }
    expect(stops).toEqual(new Set(['Zoom in', 'Fit', 'Close', 'browser', 'Zoom out']));
    await inDialog('left').hover();
    await expect.poll(() => lit('dialog svg')).toEqual(['stem', 'left', 'below']);
    await tooltip().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog().count()).toBe(0);
    expect(await at()).toBe('end');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflow)).toBe(
      'visible',
    );
    expect(await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      'nnfig-tooltip',
    ]);

    await page.locator('figure').hover();
    await page.getByRole('button', { name: 'Enlarge' }).click();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => dialog().count()).toBe(0);
  });

  test('zooms about the pointer, and pans', async () => {
    await open('one');
    await box('input').press('Enter');
    const drawing = dialog().locator('svg');
    const transform = () => drawing.evaluate((svg) => (svg as SVGElement).style.transform);
    const scale = () =>
      drawing.evaluate((svg) => new DOMMatrix((svg as SVGElement).style.transform).a);
    /** The point of the drawing that is at a place of the window. */
    const under = (x: number, y: number) =>
      drawing.evaluate(
        (svg, [left = 0, top = 0]) => {
          const matrix = (svg as SVGSVGElement).getScreenCTM()?.inverse();
          const point = new DOMPoint(left, top).matrixTransform(matrix);
          return [Math.round(point.x * 10) / 10, Math.round(point.y * 10) / 10];
        },
        [x, y],
      );

    const before = await under(400, 300);
    await page.mouse.move(400, 300);
    await page.mouse.wheel(0, -300);
    await expect.poll(scale).toBeGreaterThan(1.5);
    expect(await under(400, 300)).toEqual(before);
    await page.mouse.dblclick(400, 300);
    expect(await scale()).toBeGreaterThan(3);
    expect(await under(400, 300)).toEqual(before);
    await page.mouse.wheel(0, 500);
    await expect.poll(scale).toBeLessThan(2);
    expect(await under(400, 300)).toEqual(before);

    const held = await under(500, 500);
    await page.mouse.move(500, 500);
    await page.mouse.down();
    await page.mouse.move(560, 530, { steps: 4 });
    await page.mouse.up();
    expect(await under(560, 530)).toEqual(held);
    await page.mouse.move(100, 100);
    expect(await under(560, 530)).toEqual(held);

    await page.keyboard.press('0');
    expect(await transform()).toBe('translate(0px, 0px) scale(1)');
    const middle = await under(500, 450);
    await page.keyboard.press('+');
    expect(await scale()).toBe(1.25);
    expect(await under(500, 450)).toEqual(middle);
    await page.keyboard.press('-');
    expect(await scale()).toBe(1);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await transform()).toBe('translate(-60px, -60px) scale(1)');
    await page.getByRole('button', { name: 'Fit' }).click();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    expect(await scale()).toBe(1.25);
    await page.getByRole('button', { name: 'Zoom out' }).click();
    for (let press = 0; press < 40; press++) await page.keyboard.press('ArrowLeft');
    expect(await transform()).toBe('translate(940px, 0px) scale(1)');
  });

  test('obeys fingers: a tap lights, a tap elsewhere restores, two fingers zoom', async () => {
    await open('one', { hasTouch: true, isMobile: true, viewport: { width: 360, height: 700 } });
    const enlarge = page.getByRole('button', { name: 'Enlarge' });
    expect(
      await enlarge.evaluate(
        (element) => getComputedStyle(element.parentElement as Element).opacity,
      ),
    ).toBe('1');
    await box('left').tap();
    await expect.poll(() => lit()).toEqual(['stem', 'left', 'below']);
    expect(await tooltip().textContent()).toContain('left');
    await page.locator('h1').tap();
    await restored();
    expect(await tooltip().count()).toBe(0);

    await enlarge.tap();
    await inDialog('left').tap();
    await expect.poll(() => lit('dialog svg')).toEqual(['stem', 'left', 'below']);
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map(([x, y], id) => ({ x, y, id })),
      });
    const matrix = () =>
      dialog()
        .locator('svg')
        .evaluate((svg) => {
          const { a, e, f } = new DOMMatrix((svg as SVGElement).style.transform);
          return [a, e, f].map((value) => Math.round(value * 100) / 100);
        });
    await touch('touchStart', [130, 300], [230, 300]);
    await touch('touchMove', [80, 300], [280, 300]);
    await touch('touchEnd');
    const [scale = 0, x = 0, y = 0] = await matrix();
    expect(scale).toBeCloseTo(2, 1);
    // What was between the fingers still is.
    expect(180 * (1 - scale)).toBeCloseTo(x, -1);
    expect(300 * (1 - scale)).toBeCloseTo(y, -1);
    await touch('touchStart', [100, 200]);
    await touch('touchMove', [140, 220]);
    await touch('touchEnd');
    expect(await matrix()).toEqual([scale, x + 40, y + 20]);
  });

  test('sorts tables, and leads from a row to its box and back', async () => {
    await open('table');
    const table = page.locator('table');
    const names = () => table.locator('tbody th').allTextContents();
    const heading = table.getByRole('columnheader', { name: 'Parameters' });
    const original = await names();
    expect(original).toEqual([
      'stem',
      'relu1',
      'left',
      'below',
      'right',
      'concat1',
      'gap1',
      'end',
      'softmax1',
    ]);
    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    expect(await names()).toEqual([
      'relu1',
      'concat1',
      'gap1',
      'softmax1',
      'left',
      'end',
      'stem',
      'below',
      'right',
    ]);
    await heading.getByRole('button').press('Enter');
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    expect(await names()).toEqual([
      'right',
      'below',
      'stem',
      'end',
      'left',
      'relu1',
      'concat1',
      'gap1',
      'softmax1',
    ]);
    expect(await table.locator('tfoot th').textContent()).toBe('Total');
    const byName = table.getByRole('columnheader', { name: 'Layer' });
    await byName.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe(null);
    expect((await names()).slice(0, 3)).toEqual(['below', 'concat1', 'end']);
    await byName.getByRole('button').click();
    await byName.getByRole('button').click();
    expect(await byName.getAttribute('aria-sort')).toBe(null);
    expect(await names()).toEqual(original);

    await table.locator('tr[data-layer=left] td').first().hover();
    await expect.poll(() => lit()).toEqual(['stem', 'left', 'below']);
    expect(await tooltip().count()).toBe(0);
    await table.getByRole('button', { name: 'relu1' }).click();
    expect(await at()).toBe('stem');
    await page.mouse.move(2, 2);
    await tooltip().waitFor();
    expect(
      await table
        .locator('tr.nnfig-here')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-layer'))),
    ).toEqual(['stem', 'relu1']);
  });

  test('moves nothing on the page', async () => {
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('figure, svg, h1, a')].map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return [element.tagName, x, y, width, height];
        }),
      );
    await open('still');
    const before = await places();
    await page.addScriptTag({ path: shipped.script, type: 'module' });
    await page.getByRole('button', { name: 'Enlarge' }).waitFor({ state: 'attached' });
    expect(await places()).toEqual(before);
    await box('left').hover();
    await tooltip().waitFor();
    expect(await places()).toEqual(before);
  });

  test('takes figures that come later, each once, whatever else is on the page', async () => {
    await open('none');
    await page.addScriptTag({ url: 'again.js', type: 'module' });
    await page.evaluate(
      (html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html),
      body(figure),
    );
    await box('left').hover();
    await expect.poll(() => lit()).toEqual(['stem', 'left', 'below']);
    expect(await page.getByRole('button', { name: 'Enlarge' }).count()).toBe(1);
    expect(await tooltip().count()).toBe(1);
    // A page that is changed in place takes away what is lit.
    await page.evaluate(() => document.querySelector('figure')?.remove());
    await page.mouse.move(2, 2);
    await page.evaluate(
      (html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html),
      body(figure),
    );
    await box('right').hover();
    await expect.poll(() => lit()).toEqual(['stem', 'right', 'concat1']);
  });

  test('runs under a strict policy for scripts', async () => {
    await open('one', { bypassCSP: false });
    await box('left').hover();
    await tooltip().waitFor();
    await box('left').press('Enter');
    await dialog().waitFor();
  });

  test.each(['light', 'dark'] as const)('follows the %s theme', async (colorScheme) => {
    await open('one', { colorScheme });
    await box('left').hover();
    await tooltip().waitFor();
    const look = (locator: Locator) =>
      locator.evaluate((element) => {
        const { color, backgroundColor } = getComputedStyle(element);
        return { color, backgroundColor };
      });
    const expected = {
      light: { color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' },
      dark: { color: 'rgb(255, 255, 255)', backgroundColor: 'rgb(18, 18, 18)' },
    }[colorScheme];
    expect(await look(tooltip())).toEqual(expected);
    await box('left').press('Enter');
    expect(await look(dialog())).toEqual(expected);
  });

  test('shows the focus in forced colours, and animates nothing', async () => {
    await open('one', { forcedColors: 'active', reducedMotion: 'reduce' });
    await page.getByRole('link', { name: 'Before' }).focus();
    await page.keyboard.press('Tab');
    const outline = await box('input').evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return [outlineStyle, outlineWidth];
    });
    expect(outline).toEqual(['solid', '2px']);
    await tooltip().waitFor();
    expect(await tooltip().evaluate((element) => getComputedStyle(element).borderStyle)).toBe(
      'solid',
    );
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  test.each(['light', 'dark'] as const)('passes axe before and after, %s', async (colorScheme) => {
    await open('still', { colorScheme });
    expect(await violations()).toEqual([]);
    await page.close();
    await open('table', { colorScheme });
    expect(await violations()).toEqual([]);
    await box('left').focus();
    await tooltip().waitFor();
    await page.keyboard.press('Enter');
    expect(await violations()).toEqual([]);
  });

  test('is for assistive technology a drawing of named boxes', async () => {
    await open('one');
    const drawing = page.locator('.nnfig > svg');
    expect(await drawing.getAttribute('role')).toBe('graphics-document document');
    expect(await drawing.getAttribute('aria-label')).toBe('Branches');
    expect(
      await page.getByRole('button', { name: 'Conv 3×3, 8 ReLU' }).getAttribute('aria-haspopup'),
    ).toBe('dialog');
  });

  test('works for every style', async () => {
    await open('styles');
    const figures = await page.locator('figure').all();
    expect(figures).toHaveLength(styles.length);
    for (const each of figures) {
      const boxes = each.locator('> svg [role=button]');
      const name = await each.locator('> svg').getAttribute('aria-label');
      expect(await boxes.count(), `${name}`).toBeGreaterThan(1);
      await boxes.first().focus();
      expect(await each.locator('.nnfig-here').count()).toBe(1);
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      expect(await dialog().count()).toBe(1);
      await page.keyboard.press('Escape');
      await expect.poll(() => dialog().count()).toBe(0);
    }
  });
});

function fail(): never {
  throw new Error('it is not seen');
}
