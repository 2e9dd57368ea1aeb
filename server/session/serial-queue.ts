/** Runs jobs one after another, in the order of `add`; a failed job does not stop the next. */
export class SerialQueue {
  #tail: Promise<unknown> = Promise.resolve();
  #size = 0;

  /** Jobs waiting or running. */
  get size(): number {
    return this.#size;
  }

  add<Result>(job: () => Promise<Result>): Promise<Result> {
    this.#size += 1;
    const result = this.#tail.then(job).finally(() => {
      this.#size -= 1;
    });
    this.#tail = result.catch(() => undefined);
    return result;
  }
}
