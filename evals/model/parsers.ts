/** Who reads a turn: without a model, with one where it pays, or the model alone. */
export const PARSERS = ['embedded', 'cascade', 'model'] as const;
export type ParserName = (typeof PARSERS)[number];
