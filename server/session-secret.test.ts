import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSessionSecret } from './session-secret.ts';

test('makes a secret once, for its owner only, and leaves nothing else behind', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'aisle-secret-')), 'data');
  const secret = readSessionSecret(folder);
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(readSessionSecret(folder)).toBe(secret);
  expect(statSync(join(folder, 'session-secret')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['session-secret']);
});

test('makes another secret for another data folder', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'aisle-secret-'));
  expect(readSessionSecret(folder())).not.toBe(readSessionSecret(folder()));
});
