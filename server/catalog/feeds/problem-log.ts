import type { FeedProblem } from './feed-problem.ts';

/** A file of the wrong kind can be bad on every line; past this many the log only counts, so that memory stays bounded. */
const KEPT_PER_FILE = 10_000;

export type NewProblem = Omit<FeedProblem, 'file' | 'kind'> & { kind?: FeedProblem['kind'] };

export interface ProblemLog {
  note(problem: NewProblem): void;
  /** For what is true of a whole column: said once a file, at its first line. */
  noteOnce(key: string, problem: NewProblem): void;
  count(): number;
  /** By line; what concerns the whole file comes last. */
  list(): FeedProblem[];
}

export function createProblemLog(file: string): ProblemLog {
  const kept: FeedProblem[] = [];
  const said = new Set<string>();
  let count = 0;

  function note(problem: NewProblem): void {
    count += 1;
    if (kept.length < KEPT_PER_FILE) kept.push({ file, kind: 'bad-record', ...problem });
  }

  function noteOnce(key: string, problem: NewProblem): void {
    if (said.has(key) || said.size >= KEPT_PER_FILE) return;
    said.add(key);
    note(problem);
  }

  function list(): FeedProblem[] {
    const more = count - kept.length;
    // Grouped products are checked after the rest of their file; people read the list beside the file.
    const sorted = [...kept].sort((a, b) => (a.line || Infinity) - (b.line || Infinity) || 0);
    if (more === 0) return sorted;
    return [
      ...sorted,
      { file, line: 0, kind: 'bad-file', reason: `${more} more problems of this file are not listed` },
    ];
  }

  return { note, noteOnce, count: () => count, list };
}
