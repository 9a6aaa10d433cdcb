/** Colours that a description gives. */
import * as z from 'zod';

/** `#rrggbb`, in quotes since YAML takes a `#` for a comment. */
export const hexColour = z.string().regex(/^#[\da-f]{6}$/i, 'a colour as `#rrggbb`, in quotes');
