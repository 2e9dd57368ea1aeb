import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { helpText, parseConfig, repositoryRoot, sampleCatalog, wantsHelp } from './config.ts';
import { AppError } from './errors.ts';
import { Settings } from './settings.ts';

const env = { HOME: '/home/shop', INIT_CWD: '/home/shop/feeds' };

function refusal(argv: string[], extra: Record<string, string> = {}): string {
  try {
    parseConfig(argv, { ...env, ...extra });
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return (error as AppError).message;
  }
  throw new Error('the configuration was accepted');
}

describe('config', () => {
  test('needs nothing to be set', () => {
    const config = parseConfig([], env);
    expect(config.port).toBe(3000);
    expect(config.catalogs).toEqual([sampleCatalog]);
    expect(config.cacheDir).toBe('/home/shop/.cache/aisle');
    expect(config.model).toBeUndefined();
    expect(config.embeddings.endpoint).toBeUndefined();
  });

  test('lets a flag win over the environment and the environment over the default', () => {
    expect(parseConfig([], { ...env, PORT: '4000' }).port).toBe(4000);
    expect(parseConfig(['--port', '5000'], { ...env, PORT: '4000' }).port).toBe(5000);
  });

  test('reads relative catalog paths from the folder in which the command was typed', () => {
    const config = parseConfig(['--catalog', 'spring, summer.jsonl', '--catalog', '/feeds/b.csv'], env);
    expect(config.catalogs).toEqual(['/home/shop/feeds/spring, summer.jsonl', '/feeds/b.csv']);
  });

  test('gives every set of catalogs its own data folder, whatever their order', () => {
    const folder = (...files: string[]) =>
      parseConfig(
        files.flatMap((file) => ['--catalog', file]),
        env,
      ).dataDir;
    expect(folder('a/products.jsonl.gz')).not.toBe(folder('b/products.jsonl.gz'));
    expect(folder('a.csv', 'b.csv').slice(-8)).toBe(folder('b.csv', 'a.csv').slice(-8));
    expect(folder('a/My Products.jsonl.gz')).toMatch(/\.aisle\/my-products-[0-9a-f]{8}$/);
    expect(parseConfig(['--data', 'here'], env).dataDir).toBe('/home/shop/feeds/here');
  });

  test('treats an empty variable as not set', () => {
    expect(parseConfig([], { ...env, PORT: '', QDRANT_URL: ' ', OPENAI_API_KEY: '' })).toEqual(parseConfig([], env));
  });

  test('takes the language of the shop, English when none is said', () => {
    expect(parseConfig([], env).language).toBe('en');
    expect(parseConfig(['--language', 'de'], env).language).toBe('de');
    // Many systems set LANGUAGE for their own texts; that says nothing of a catalog.
    expect(parseConfig([], { ...env, LANGUAGE: 'de_DE:de' }).language).toBe('en');
  });

  test('switches the language model on with a key', () => {
    const { model } = parseConfig([], { ...env, OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://localhost:9/v1' });
    expect(model).toMatchObject({ apiKey: 'k', baseUrl: 'http://localhost:9/v1' });
  });

  test.each([
    [['--nope'], {}, /--nope/],
    [['stray'], {}, /stray/],
    [['--port'], {}, /--port/],
    [['--port', 'abc'], {}, /--port \(PORT\)/],
    [['--port', '70000'], {}, /--port \(PORT\)/],
    [['--catalog', ''], {}, /--catalog/],
    [[], { QDRANT_URL: 'localhost' }, /QDRANT_URL: expected an http/],
    [[], { DATABASE_URL: 'mysql://x/y' }, /DATABASE_URL: expected a postgres/],
    [[], { EMBEDDINGS: 'other' }, /minilm/],
    [['--language', 'xx'], {}, /--language \(SHOP_LANGUAGE\)/],
    [[], { EMBEDDINGS_URL: 'http://x/v1' }, /EMBEDDINGS_MODEL/],
    [[], { SESSION_SECRET: 'short' }, /at least 16/],
    [[], { TURN_TIMEOUT_MS: '0' }, /TURN_TIMEOUT_MS/],
  ])('refuses %j %j in one line that names the setting', (argv, extra, line) => {
    const message = refusal(argv, extra as Record<string, string>);
    expect(message).toMatch(line);
    expect(message).not.toContain('\n');
    expect(message).toContain('--help');
  });

  test('never repeats a secret in a refusal', () => {
    expect(refusal([], { SESSION_SECRET: 'hunter2' })).not.toContain('hunter2');
  });

  test('describes every setting in the help and in .env.example', () => {
    const example = readFileSync(join(repositoryRoot, '.env.example'), 'utf8');
    for (const name of Object.keys(Settings.shape)) {
      expect(helpText()).toContain(`  ${name} `);
      expect(example, `.env.example lists ${name}`).toMatch(new RegExp(`^#? ?${name}=`, 'm'));
    }
    const listed = [...example.matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(listed.filter((name) => !((name as string) in Settings.shape))).toEqual([]);
    expect(wantsHelp(['--help'])).toBe(true);
  });
});
