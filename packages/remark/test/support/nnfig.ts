/**
 * A stand-in for the core that finds problems wherever a text says `!word`, so
 * that a test knows where each must be: where the file has the mark.
 */
import type { Element } from 'hast';
import type { FenceDiagnostic, FenceResult, FigureSettings, Place, Point } from 'nnfig/core';

interface Fence {
  readonly value: string;
  readonly meta?: string | null;
  readonly frontMatter?: unknown;
  readonly settings?: FigureSettings;
}

// The core itself is replaced, so its keys come from where it has them.
export { settingKeys } from '../../../core/src/settings.js';

/** Every fence that was drawn, in order. */
export const drawn: Fence[] = [];

export function renderFence(fence: Fence): FenceResult {
  drawn.push(fence);
  const meta = fence.meta ?? '';
  const diagnostics = [...problems(meta, 'meta'), ...problems(fence.value, 'block')];
  if (fence.frontMatter === 'wrong') {
    diagnostics.push({
      where: 'settings',
      rule: 'invalid-value',
      severity: 'warning',
      message: 'Expected `nnfig` to be a map.',
    });
  }
  if (meta.includes('render=false')) return { render: false, diagnostics };
  const figure: Element = {
    type: 'element',
    tagName: 'figure',
    properties: { className: ['nnfig'] },
    children: [{ type: 'text', value: fence.value }],
  };
  return {
    render: true,
    svg: `<svg>${fence.value}</svg>`,
    figure,
    title: 'T "&" {x}',
    ...(meta.includes('table') && {
      table: {
        type: 'element' as const,
        tagName: 'table',
        properties: { dataNnfigTable: '' },
        children: [{ type: 'text' as const, value: 'costs' }],
      },
    }),
    diagnostics,
  };
}

export function errorCard(fence: {
  readonly value: string;
  readonly diagnostics: readonly FenceDiagnostic[];
  readonly path?: string | undefined;
}): Element {
  const rules = fence.diagnostics.map(({ rule, place }) => {
    const found = fence.value.slice(place?.start.offset, place?.end.offset);
    return `${rule} (${found}, line ${place?.start.line})`;
  });
  const text = `${fence.path}: ${rules.join(', ')}`;
  return {
    type: 'element',
    tagName: 'aside',
    properties: { className: ['card'] },
    children: [{ type: 'text', value: text }],
  };
}

export function validateSettings(value: unknown): FenceDiagnostic[] {
  const { theme } = value as FigureSettings;
  if (theme === undefined || ['auto', 'light', 'dark'].includes(theme)) return [];
  return [
    {
      where: 'settings',
      rule: 'invalid-value',
      severity: 'error',
      message: `Unknown \`theme\`: \`${theme}\`.`,
      hint: 'Use one of `auto`, `light`, `dark`.',
    },
  ];
}

const severities = { '!': 'error', '?': 'warning', '~': 'info' } as const;

function problems(text: string, where: 'block' | 'meta'): FenceDiagnostic[] {
  return [...text.matchAll(/([!?~])(\w+)/g)].map((match) => ({
    where,
    rule: `bad-${match[2]}`,
    severity: severities[match[1] as keyof typeof severities],
    message: `\`${match[0]}\` is bad.`,
    hint: 'Did you mean `good`, or `better`? See `other`.',
    url: `https://example.com/#bad-${match[2]}`,
    place: placeOf(text, match.index, match[0].length),
  }));
}

function placeOf(text: string, index: number, length: number): Place {
  return { start: pointOf(text, index), end: pointOf(text, index + length) };
}

/** Where an offset of a text is. */
export function pointOf(text: string, offset: number): Point {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, offset };
}
