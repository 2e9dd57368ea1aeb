import type { Marks } from '../state/marks.ts';
import { parseMarks } from '../state/stored-marks.ts';

const TOKEN_KEY = 'aisle.session';
const MARKS_KEY = 'aisle.marks';

/** What this browser keeps of a session between visits. */
export interface SessionMemory {
  token(): string | undefined;
  keepToken(token: string): void;
  marks(): Marks;
  keepMarks(marks: Marks): void;
  forget(): void;
}

/** Storage can be full, blocked or edited by hand: then the chat works without memory. */
export function createSessionMemory(storage: Storage | undefined): SessionMemory {
  const read = (key: string): string | undefined => attempt(() => storage?.getItem(key) ?? undefined);
  return {
    token: () => read(TOKEN_KEY),
    keepToken: (token) => attempt(() => storage?.setItem(TOKEN_KEY, token)),
    marks: () => parseMarks(attempt(() => JSON.parse(read(MARKS_KEY) ?? 'null') as unknown)),
    keepMarks: (marks) => attempt(() => storage?.setItem(MARKS_KEY, JSON.stringify(marks))),
    forget: () => {
      attempt(() => storage?.removeItem(TOKEN_KEY));
      attempt(() => storage?.removeItem(MARKS_KEY));
    },
  };
}

function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
