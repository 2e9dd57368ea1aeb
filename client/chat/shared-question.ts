import type { Constraint } from '../../server/contract/index.ts';
import type { Turn } from '../state/conversation.ts';

const PARAMETER = 'ask';
const MAX_CHARS = 500;

/** What finds a row again in a new conversation: the shopper's text, after the words of earlier wishes that still held. */
export function describeRow({ text, constraints }: { text?: string; constraints: readonly Constraint[] }): string {
  const said = text?.trim() ?? '';
  const earlier = constraints
    .map(({ words }) => words.trim())
    .filter((words, index, all) => words !== '' && all.indexOf(words) === index)
    .filter((words) => !said.toLowerCase().includes(words.toLowerCase()));
  return [...earlier, said]
    .filter((part) => part !== '')
    .join(', ')
    .slice(0, MAX_CHARS);
}

/** The address that opens the chat and asks for the row of `turn`; undefined when nothing was said in words. */
export function linkToRow(pageUrl: string, turn: Pick<Turn, 'text' | 'understanding'>): string | undefined {
  const question = describeRow({ text: turn.text, constraints: turn.understanding?.constraints ?? [] });
  if (question === '') return undefined;
  const url = new URL(pageUrl);
  url.searchParams.set(PARAMETER, question);
  return url.href;
}

/** The question of a shared link, once: it leaves the address, so that a reload does not ask again. */
export function takeSharedQuestion({ location, history }: Pick<Window, 'location' | 'history'>): string | undefined {
  const url = new URL(location.href);
  const question = url.searchParams.get(PARAMETER)?.trim().slice(0, MAX_CHARS);
  if (!question) return undefined;
  url.searchParams.delete(PARAMETER);
  history.replaceState(history.state, '', url);
  return question;
}
