import type { TurnModel } from '../../server/llm/turn-model.ts';
import type { ModelReport } from './model-report.ts';

/** One way of reading a turn; opened anew for every suite, so that its figures are of that suite alone. */
export interface Reader {
  name: string;
  open(): OpenReader;
}

export interface OpenReader {
  /** Left out: the embedded parser alone. */
  model?: TurnModel;
  /** What was asked until now; keeps what was recorded. */
  finish(): ModelReport | undefined;
}

export const embeddedReader = (name: string): Reader => ({ name, open: () => ({ finish: () => undefined }) });
