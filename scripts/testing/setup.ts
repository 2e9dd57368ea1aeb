import { format } from 'node:util';
import { afterEach } from 'vitest';

/** An error on the console that a test did not ask for is a fault that nobody looked at. A test that expects one spies on `console.error`. */
const unexpected: string[] = [];

console.error = (...parts: unknown[]) => {
  unexpected.push(format(...parts));
};

afterEach(() => {
  const messages = unexpected.splice(0);
  if (messages.length > 0) throw new Error(`unexpected console.error:\n${messages.join('\n')}`);
});
