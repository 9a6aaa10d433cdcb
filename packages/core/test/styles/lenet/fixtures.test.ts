import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { render } from '../../../src/render.js';
import { layersOf } from '../../geometry.js';
import { faults } from './drawing.js';

const folder = fileURLToPath(new URL('../../../../../tests/fixtures/lenet/', import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith('.nn'));

test.each(files.sort())(
  '%s: drawn without problems, no text touches what is not its own',
  (file) => {
    const { scene, title, diagnostics } = render(readFileSync(`${folder}${file}`, 'utf8'));
    expect(diagnostics).toEqual([]);
    expect(title).toBeTruthy();
    if (!scene) throw new Error('nothing drawn');
    expect(faults(scene)).toEqual([]);
    expect(layersOf(scene).length).toBeGreaterThan(3);
  },
);
