/** Random networks of blocks that people build, always the same ones. */
import { hashed } from '../../../src/scene/hashed.js';

/**
 * A random network: convolutions, poolings, residuals, branches, skips to earlier layers,
 * side inputs, heads.
 *
 * @param seed Which one.
 * @returns Its description.
 */
export function randomNetwork(seed: number): string {
  let asked = 0;
  const next = () => hashed(seed, asked++);
  const pick = <T>(...from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const conv = () =>
    `conv ${pick(8, 16, 64, 256, 1024)} ${pick('1x1', '3x3')}${pick('', ' relu', ' bn relu')}`;
  const same = () => `conv $in ${pick('1x1', '3x3')}${pick('', ' relu')}`;
  const some = (most: number, line: () => string) =>
    Array.from({ length: 1 + Math.floor(next() * most) }, line);
  const lines: string[] = [];
  let level = 0;
  /** Names by level, so that what merges has one size. */
  const named = new Map<number, string>();
  let count = 0;
  const steps = 2 + Math.floor(next() * 9);
  for (let step = 0; step < steps; step++) {
    const kind = next();
    if (kind < 0.3) {
      lines.push(...some(3, conv));
      if (next() < 0.5) {
        count++;
        lines.push(`${conv()} as n${count}`);
        named.set(level, `n${count}`);
      }
    } else if (kind < 0.45 && level < 5) {
      lines.push(pick('maxpool 2', 'avgpool 2', 'conv 32 3x3 /2'));
      level++;
    } else if (kind < 0.55 && level > 0) {
      lines.push(pick('upsample 2', 'upconv 16 2x2 /2'));
      level--;
    } else if (kind < 0.7) {
      lines.push(`residual: [${some(3, same).join(', ')}]`);
    } else if (kind < 0.8) {
      const branches = some(4, () => `[${some(2, conv).join(', ')}]`);
      lines.push(`concat: [${[...branches, '[conv 8 1x1]'].join(', ')}]`);
    } else if (kind < 0.92) {
      const name = named.get(level);
      if (name !== undefined) lines.push(`concat ${name}`);
    } else {
      lines.push(
        `{group: ${pick('A stage', 'The middle of it')}, layers: [${some(2, conv).join(', ')}]}`,
      );
    }
  }
  const end = next();
  if (end < 0.3) lines.push('gap', ...some(2, () => 'dense 100 relu'), 'dense 10 softmax');
  else if (end < 0.5) lines.push('conv 2 1x1', 'softmax');
  if (lines.length === 0) lines.push(conv());
  const size = 32 * pick(1, 2, 7, 10);
  return [
    `input: 3x${size}x${size}`,
    'defaults: {conv: {pad: same}}',
    'layers:',
    ...lines.map((line) => `  - ${line}`),
  ].join('\n');
}
