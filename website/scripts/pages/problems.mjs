/** The page of problems: each rule with a block that breaks it and what is said then. */
import { problems } from '../../data/problems.mjs';
import { readers, renderFence } from '../core.mjs';
import { code, fence, frontMatter, page } from '../markdown.mjs';

/**
 * @returns {string} The page.
 * @throws {Error} If an example does not show its rule.
 */
export function problemsPage() {
  const groups = [...new Set(problems.map(({ group }) => group))];
  return page(
    frontMatter({
      title: 'Problems',
      description: 'Every kind of problem that nnfig reports, with an example and what to do.',
      toc_max_heading_level: 3,
    }),
    intro,
    ...groups.map((group) =>
      page(
        `## ${group}`,
        ...problems.filter((problem) => problem.group === group).flatMap(section),
      ).trimEnd(),
    ),
  );
}

const intro = `{/* Written by scripts/pages/problems.mjs from data/problems.mjs; the messages are nnfig's own. */}

A problem names the line and column it is at, says what is wrong, and what to do. All problems of a block are reported at once, each with the name of its rule, and that name is a heading here.

**Errors** leave no figure: they fail a production build, and show as a card in the development server. **Warnings** let the figure be drawn and are printed.`;

/** @param {import('../../data/problems.mjs').ProblemEntry} problem */
function section({ rule, text, language = 'yaml', block, meta, settings }) {
  const heading = [`### ${rule}`, text];
  if (block === undefined) return heading;
  const { diagnostics } = renderFence({ value: block, meta, settings, readers });
  const shown = diagnostics.filter((diagnostic) => diagnostic.rule === rule);
  if (shown.length === 0) throw new Error(`The example of \`${rule}\` does not show it.`);
  const said = shown.map(({ place, message, hint, severity }) => {
    const where = place ? `${place.start.line}:${place.start.column} ` : '';
    return `${where}${severity}: ${message}${hint === undefined ? '' : `\n    ${hint}`}`;
  });
  const example =
    meta === undefined
      ? fence(language, block)
      : `\`\`\`\`md\n${fence(`nn ${meta}`, block)}\n\`\`\`\``;
  const given =
    settings === undefined ? [] : [`With the plugin option ${code(JSON.stringify(settings))}:`];
  return [...heading, ...given, example, fence('text', said.join('\n'))];
}
