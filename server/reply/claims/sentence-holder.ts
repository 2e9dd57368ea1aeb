/** Holds streamed text back until a sentence is whole. */
export class SentenceHolder {
  #held = '';

  /** The sentences that this piece completes, with the white space that parts them. */
  push(delta: string): string[] {
    this.#held += delta;
    const sentences: string[] = [];
    for (let end = endOf(this.#held); end > 0; end = endOf(this.#held)) {
      sentences.push(this.#held.slice(0, end));
      this.#held = this.#held.slice(end);
    }
    return sentences.filter((sentence) => sentence.trim() !== '');
  }

  /** What is left at the end of the answer, whole or not. */
  end(): string | undefined {
    const rest = this.#held;
    this.#held = '';
    return rest.trim() === '' ? undefined : rest;
  }
}

/** A line end, or a full stop with space behind it that stands in no mention and in no number; 0 while there is none. */
function endOf(text: string): number {
  const ends = /\n|[.!?…]+[)"”’']*(?=\s)/g;
  for (let match = ends.exec(text); match; match = ends.exec(text)) {
    const before = text.slice(0, match.index);
    if (before.lastIndexOf('{{') > before.lastIndexOf('}}')) continue;
    if (/\b(?:no|approx|incl|excl|vs|e\.g|i\.e|etc)$/i.test(before)) continue;
    return match.index + match[0].length;
  }
  return 0;
}
