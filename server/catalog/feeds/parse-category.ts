/** Levels from the widest to the narrowest. A slash separates only where no stronger mark does: "Audio/Video > Cables" has two levels. */
export function parseCategory(text: string): string[] {
  const mark = [/\s*[>»›]\s*/, /\s*\|\s*/, /\s*\/\s*/].find((candidate) => candidate.test(text));
  const levels = mark ? text.split(mark) : [text];
  return levels.map((level) => level.trim()).filter(Boolean);
}
