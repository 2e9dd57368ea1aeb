/** Constructed style sheets need no permission of a content security policy, `<style>` elements do. */
export function adoptCss(shadow: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
}
