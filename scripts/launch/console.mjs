/** Ends the launch with one line that says what is wrong and what to do next. */
export class Stop extends Error {}

/** To stderr, so that a command's own output can be piped. */
export function say(line) {
  process.stderr.write(`aisle: ${line}\n`);
}
