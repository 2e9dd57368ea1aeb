const STEP_MS = 2_000;

export interface ProgressLine {
  say(line: string): void;
  end(): void;
}

/** Progress of long work: one line that rewrites itself on a terminal, a line every two seconds elsewhere. */
export function createProgressLine(stream: NodeJS.WriteStream = process.stdout): ProgressLine {
  let last = '';
  let saidAt = 0;
  return {
    say(line) {
      if (stream.isTTY) {
        stream.write(`\r\u001b[2K${line.slice(0, Math.max(20, stream.columns - 1))}`);
        last = line;
        return;
      }
      const now = Date.now();
      const isNewStage = line.split(':')[0] !== last.split(':')[0];
      if (!isNewStage && now - saidAt < STEP_MS) return;
      [last, saidAt] = [line, now];
      stream.write(`${line}\n`);
    },
    end() {
      if (stream.isTTY && last !== '') stream.write('\r\u001b[2K');
    },
  };
}
