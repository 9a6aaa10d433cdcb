import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageOptions } from '../src/remark.js';
import { remarkNnfigPages } from '../src/remark.js';

const log = vi.hoisted(() => ({ error: vi.fn(), warn: vi.fn(), info: vi.fn() }));
vi.mock('@docusaurus/logger', () => ({ logger: log }));

beforeEach(() => {
  vi.clearAllMocks();
});

function run(text: string, options: Partial<PageOptions> = {}, compilerName = 'client') {
  const file = new VFile({ value: text, path: '/site/docs/page.md', data: { compilerName } });
  const processor = unified()
    .use(remarkParse)
    .use(remarkNnfigPages, { figures: {}, onError: 'throw', siteDir: '/site', ...options });
  return processor.runSync(processor.parse(file), file);
}

const bad = (word: string) => `# T\n\n* \`\`\`nn thme=dark\n  4 -> 3 ${word}\n  \`\`\`\n`;

describe('a page with errors', () => {
  it('fails with every problem, each with its place, hint and excerpt', () => {
    let error: unknown;
    try {
      run(bad('sofmax'));
    } catch (caught) {
      error = caught;
    }
    // Webpack keeps errors in its cache, and knows no classes of ours.
    expect(Object.getPrototypeOf(error)).toBe(Error.prototype);
    // Docusaurus prints the fields of an error when there are any, else its stack.
    expect(JSON.stringify(error)).toBe('{}');
    const { message, stack } = error as Error;
    expect(message).toBe('2 problems in the nn blocks of docs/page.md');
    expect(stack).toMatch(
      /^docs\/page\.md:3:9 error: .*`thme`.* \(unknown-key\)\n {2}Did you mean `theme`\?/,
    );
    expect(stack).toContain('\n\ndocs/page.md:4:10 error: ');
    expect(stack).toContain('  4 |   4 -> 3 sofmax\n    |          ^^^^^^\n');
    expect(stack).not.toContain('    at ');
  });

  it('is shown and printed in development, once', () => {
    const tree = run(bad('sofmx'), { onError: 'card' });
    expect(JSON.stringify(tree)).toContain('nnfig-error');
    run(bad('sofmx'), { onError: 'card' });
    expect(log.error).toHaveBeenCalledTimes(2);
    expect(log.error.mock.calls[1]?.[0]).toMatch(/^docs\/page\.md:4:10 error: /);
  });

  it('is printed as warnings when told so, and not by the compiler of the server', () => {
    run(bad('softmx'), { onError: 'warn' }, 'server');
    expect(log.warn).not.toHaveBeenCalled();
    run(bad('softmx'), { onError: 'warn' });
    expect(log.warn).toHaveBeenCalledTimes(2);
    expect(log.error).not.toHaveBeenCalled();
  });
});

describe('a page', () => {
  it('has the component for figures, and YAML for blocks that stay code', () => {
    const tree = run('```nn\n4 -> 3\n```\n\n```nn render=false\n4 -> 3\n```\n\n```js\n```\n');
    expect(tree).toMatchObject({
      children: [
        { type: 'mdxjsEsm' },
        { type: 'mdxJsxFlowElement' },
        { type: 'code', lang: 'yaml' },
        { type: 'code', lang: 'js' },
      ],
    });
  });

  it('can have figures of another language', () => {
    const tree = run('```net\n4 -> 3\n```\n\n```nn\n4 -> 3\n```\n', { figures: { lang: 'net' } });
    expect(tree).toMatchObject({
      children: [{ type: 'mdxjsEsm' }, { type: 'mdxJsxFlowElement' }, { type: 'code', lang: 'nn' }],
    });
  });
});
