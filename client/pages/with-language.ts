/** A link to another of these pages, in the language that the address asks for. */
export function withLanguage(path: string, search: string = window.location.search): string {
  const language = new URLSearchParams(search).get('lang');
  return language === null ? path : `${path}?lang=${encodeURIComponent(language)}`;
}
