import { existsSync } from 'node:fs';
import { describe } from 'vitest';

/** What a few suites need beyond `npm ci`. The reporter lists what was skipped and why; with CI=true a skipped test fails the run. */
const chromiumPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const postgresUrl = process.env.TEST_DATABASE_URL || undefined;
export const chromiumPath = process.env.CHROMIUM_PATH || chromiumPaths.find((path) => existsSync(path));

/** `body` gets the address of an empty PostgreSQL database that this run may fill. */
export function describeWithPostgres(name: string, body: (url: string) => void): void {
  describeWith(name, postgresUrl, 'TEST_DATABASE_URL is not set', body);
}

/** `body` gets the path of a Chromium for `playwright-core`. */
export function describeWithChromium(name: string, body: (executablePath: string) => void): void {
  describeWith(name, chromiumPath, 'no Chromium in /usr/bin and CHROMIUM_PATH is not set', body);
}

function describeWith(name: string, found: string | undefined, reason: string, body: (found: string) => void): void {
  describe.skipIf(found === undefined)(found ? name : `${name} [${reason}]`, () => body(found ?? ''));
}
