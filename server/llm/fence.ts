/**
 * Text from outside as it stands in a prompt: one JSON value without a bracket that could close its `<data>` block, and without the
 * invisible characters that hide orders from people but not from models.
 */
export function fence(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? stripInvisible(one) : one))
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e');
}

/** Format characters (tags, zero-width, direction marks), variation selectors, control characters but for line ends and tabs. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|(?![\n\t])\p{Cc}/gu;

export const stripInvisible = (text: string): string => text.replace(INVISIBLE, '');
