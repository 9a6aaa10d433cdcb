import MDXComponents from '@theme-original/MDXComponents';
import type { ComponentProps, ReactNode } from 'react';

/** Wide tables scroll on narrow screens, with the keyboard too. */
function Table(properties: ComponentProps<'table'>): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll.
    <div className="table-scroll" tabIndex={0}>
      <table {...properties} />
    </div>
  );
}

export default { ...MDXComponents, table: Table };
