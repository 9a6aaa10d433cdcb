import type { Strand } from './strands.js';
import type { LayoutOptions } from './types.js';
export function measureWoven(strand: Strand, options: LayoutOptions): void {
  let y = 0;
  for (const v of strand.vertices) {
    v.x = 0;
    v.y = y;
    y += v.along + options.rankGap + 20;
  }
  strand.along = y;
  for (const p of strand.parts) p.dx = 0;
}
