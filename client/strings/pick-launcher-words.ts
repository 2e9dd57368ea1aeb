/** The few words that are there before the chat is loaded, by language. */
const WORDS: Record<string, { open: string; label: string }> = {
  en: { open: 'Find it for me', label: 'Shopping assistant' },
  de: { open: 'Etwas finden', label: 'Einkaufsberatung' },
};
const FALLBACK = { open: 'Find it for me', label: 'Shopping assistant' };

export const pickLauncherWords = (language: string) => WORDS[language.toLowerCase().split('-')[0] ?? ''] ?? FALLBACK;
