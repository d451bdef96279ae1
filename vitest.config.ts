import { configDefaults, defineConfig } from 'vitest/config';

/** Only words and values in and out: no process, server, database or clock of the machine’s is touched. */
const plain = [
  'contract/**/*.test.ts',
  'evals/**/*.test.ts',
  'src-main/planner/*.test.ts',
  'src-main/planner/{intents,text,time,unattended}/**/*.test.ts',
  'src-main/understanding/**/*.test.ts',
  'src-renderer/**/*.test.{ts,tsx}',
];
const built = 'tests/**/*.test.ts';
const exclude = [...configDefaults.exclude, 'out/**', 'dist/**', 'test-results/**'];

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    // Tests that wait for a server or a time limit leave a core to the others.
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // What is waited for may take its time on a busy computer; what never comes fails all the same.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      // Files share a process, so that what they import is loaded once.
      { extends: true, test: { name: 'plain', include: plain, exclude, isolate: false } },
      // Each file gets a process of its own, as native modules and killed children are part of the tests.
      {
        extends: true,
        test: { name: 'real', include: ['**/*.test.{ts,tsx}'], exclude: [...exclude, ...plain, built] },
      },
      // What drives the built app.
      { extends: true, test: { name: 'built', include: [built], exclude } },
    ],
  },
});
