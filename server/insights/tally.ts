/** Counts by key, with the newest turn that said so as an example of each. */
export class Tally<Value> {
  readonly #counted = new Map<string, { value: Value; count: number; turnId: string }>();

  add(key: string, value: Value, turnId = ''): void {
    const known = this.#counted.get(key);
    if (known === undefined) {
      this.#counted.set(key, { value, count: 1, turnId });
      return;
    }
    known.count += 1;
    known.turnId = turnId;
  }

  /** Most frequent first, ties by key. */
  top(limit: number): { value: Value; count: number; turnId: string }[] {
    return [...this.#counted]
      .sort(([one, a], [other, b]) => b.count - a.count || (one < other ? -1 : 1))
      .slice(0, limit)
      .map(([, counted]) => counted);
  }

  get total(): number {
    let sum = 0;
    for (const { count } of this.#counted.values()) sum += count;
    return sum;
  }
}
