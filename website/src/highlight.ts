/** Few colours for code, each with a contrast of at least 4.5:1 on the tint it stands on. */
import type { PrismTheme } from 'prism-react-renderer';

interface Colours {
  readonly plain: string;
  readonly tint: string;
  readonly quiet: string;
  readonly key: string;
  readonly value: string;
  readonly word: string;
}

function theme({ plain, tint, quiet, key, value, word }: Colours): PrismTheme {
  return {
    plain: { color: plain, backgroundColor: tint },
    styles: [
      { types: ['comment', 'prolog', 'punctuation', 'operator'], style: { color: quiet } },
      {
        types: ['key', 'atrule', 'property', 'attr-name', 'tag', 'selector'],
        style: { color: key },
      },
      { types: ['string', 'attr-value', 'inserted', 'url'], style: { color: value } },
      { types: ['keyword', 'important', 'deleted', 'title'], style: { color: word } },
    ],
  };
}

export const highlightLight = theme({
  plain: '#1b1f24',
  tint: '#f5f7f9',
  quiet: '#59616e',
  key: '#0a5796',
  value: '#00674b',
  word: '#8c2a58',
});

export const highlightDark = theme({
  plain: '#eef1f5',
  tint: '#20242a',
  quiet: '#a9b3c0',
  key: '#8cc4f4',
  value: '#63d0a8',
  word: '#f09bc6',
});
