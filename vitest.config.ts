import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{server,client,evals,scripts}/**/*.test.{ts,tsx}', '*.test.ts'],
    setupFiles: ['scripts/testing/setup.ts'],
    reporters: ['default', './scripts/summary-reporter.mjs'],
    pool: 'forks',
    // Suites start Qdrant, ONNX and browsers: more at once only makes each of them slower.
    maxWorkers: 2,
    // A hang is caught, a slow machine is not punished.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    teardownTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
