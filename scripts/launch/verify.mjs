import { say } from './console.mjs';
import { runCommands } from './run-commands.mjs';

/** Runs every check, also after one has failed, and says at the end which did. Resolves to the exit code. */
export async function runChecks(checks) {
  const results = [];
  for (const [name, command] of Object.entries(checks)) {
    say(name);
    const code = await runCommands([command]);
    if (code > 128) return code;
    results.push({ name, ok: code === 0 });
  }
  for (const { name, ok } of results) say(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
  return results.every(({ ok }) => ok) ? 0 : 1;
}
