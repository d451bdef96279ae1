import { configDefaults, defineConfig } from 'vitest/config';

const built = 'tests/**/*.test.ts';
const exclude = [...configDefaults.exclude, 'out/**', 'dist/**', 'test-results/**'];

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    // Files share a process, so that what they import is loaded once: whatever one opens, it closes, and what has to be
    // killed is a process of its own.
    isolate: false,
    // Tests that wait for a server or a time limit leave a core to the others.
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // What is waited for may take its time on a busy computer; what never comes fails all the same.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      { extends: true, test: { name: 'core', include: ['**/*.test.{ts,tsx}'], exclude: [...exclude, built] } },
      // What drives the built app.
      { extends: true, test: { name: 'built', include: [built], exclude } },
    ],
  },
});
