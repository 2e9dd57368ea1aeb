/** At the head of a rule, so that a media query keeps its own units, or a length in rem that is not part of a class name. */
const REM = /(@[^{};]+\{)|(?<![\w\\])(-?(?:\d+\.?\d*|\.\d+))rem(?![\w\\-])/g;

/**
 * Makes the page's style sheet hold in a shadow root on any page: lengths do not follow the font size that the page gives to its root,
 * and the start values that `@property` would set, which is ignored in a shadow root, are set plainly.
 */
export function toShadowCss(css: string): string {
  return plainStartValues(css).replace(REM, (whole, head: string | undefined, length: string) =>
    head === undefined ? `calc(${length} * var(--aisle-rem, 16px))` : freeHead(whole),
  );
}

/** A container query measures rem by the root's font size, which is the page's; a media query by the browser's. */
const freeHead = (head: string): string =>
  head.startsWith('@container')
    ? head.replace(/([\d.]+)rem/g, (_rem, length: string) => `${Number(length) * 16}px`)
    : head;

/** The sheet carries the start values for browsers without `@property` behind a `@supports`: lift that condition. */
const plainStartValues = (css: string): string =>
  css.replace(/@layer properties\s*\{\s*@supports[^{]+\{/, '@layer properties{@media all{');
