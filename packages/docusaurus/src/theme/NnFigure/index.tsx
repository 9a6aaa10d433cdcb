import { translate } from '@docusaurus/Translate';
import type { Props } from '@theme/NnFigure';
import type { ReactNode } from 'react';

export default function NnFigure({
  svg,
  title,
  caption,
  source,
  className,
  children,
}: Props): ReactNode {
  return (
    <figure
      className={className ? `nnfig ${className}` : 'nnfig'}
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: wide figures scroll, with the keyboard too.
      tabIndex={0}
    >
      <div
        className="nnfig-drawing"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: nnfig escapes all that a block can say.
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      {caption && <figcaption>{caption}</figcaption>}
      {children}
      {source && (
        <details className="nnfig-source">
          <summary>
            {translate({
              id: 'theme.nnfig.NnFigure.source',
              message: 'Source',
              description: 'Opens the text that a figure of a neural network was drawn from',
            })}
          </summary>
          <pre>
            <code className="language-nn">{source}</code>
          </pre>
        </details>
      )}
    </figure>
  );
}
