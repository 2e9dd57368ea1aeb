import { SingleBar } from 'cli-progress';
import type { Progress } from '../run/run-all.ts';
import { printSuite } from './print-report.ts';

export interface Terminal {
  write: (line: string) => void;
  /** A terminal that can redraw its last line. */
  isLive: boolean;
  verbose: boolean;
}

/** A bar where someone watches, plain lines in a log. */
export function createProgress({ write, isLive, verbose }: Terminal): Progress {
  let bar: SingleBar | undefined;
  return {
    say: write,
    start(suite, total) {
      if (!isLive) return write(`${suite.name}: ${total} cases to play`);
      bar = new SingleBar({
        format: `${suite.name} {bar} {value}/{total} {eta_formatted}`,
        hideCursor: true,
        clearOnComplete: true,
      });
      bar.start(total, 0);
    },
    tick: () => bar?.increment(),
    stop(report) {
      bar?.stop();
      bar = undefined;
      for (const line of printSuite(report, { verbose })) write(line);
    },
  };
}
