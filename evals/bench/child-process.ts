import { fork } from 'node:child_process';
import { repositoryRoot } from '../../server/config.ts';
import { AppError } from '../../server/errors.ts';

/** Runs a script of the bench in a process of its own: one job in, one result out. */
export function runInChild<Job, Result>(script: string, job: Job): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = fork(script, { cwd: repositoryRoot, execArgv: ['--import', 'tsx', '--expose-gc'] });
    let answered = false;
    child.once('message', (result) => {
      answered = true;
      resolve(result as Result);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (!answered) reject(new AppError('bench_failed', `${script} ended with ${code} and no result`));
    });
    child.send(job as object);
  });
}

/** The other side of `runInChild`. */
export function answerJob<Job, Result>(run: (job: Job) => Promise<Result>): void {
  process.once('message', async (job) => {
    const result = await run(job as Job);
    process.send?.(result as object, () => process.exit(0));
  });
}
