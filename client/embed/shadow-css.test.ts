import { expect, it } from 'vitest';
import { toShadowCss } from './shadow-css.ts';

it('frees lengths from the font size of the page', () => {
  expect(toShadowCss('.a{margin:-1.5rem .25rem;--gap:2rem}')).toBe(
    '.a{margin:calc(-1.5 * var(--aisle-rem, 16px)) calc(.25 * var(--aisle-rem, 16px));--gap:calc(2 * var(--aisle-rem, 16px))}',
  );
});

it('leaves class names and media queries alone', () => {
  for (const css of [
    '.text-\\[0\\.9375rem\\]{color:red}',
    '@media (width>=40rem){.a{color:red}}',
    '.b-1rem-x{top:0}',
  ]) {
    expect(toShadowCss(css)).toBe(css);
  }
});

it('frees container queries, which measure by the font size of the page too', () => {
  expect(toShadowCss('@container aisle (width>=40rem){.a{top:1rem}}')).toBe(
    '@container aisle (width>=640px){.a{top:calc(1 * var(--aisle-rem, 16px))}}',
  );
});

it('sets start values plainly', () => {
  expect(toShadowCss('@layer properties{@supports ((-webkit-hyphens:none)){*{--x:0}}}.a{top:0}')).toBe(
    '@layer properties{@media all{*{--x:0}}}.a{top:0}',
  );
});
