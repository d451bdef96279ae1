import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const projectFolder = join(import.meta.dirname, '../..');
/** Each test file has its own, as deep in the project as this file, so that the migrations are found from both. */
const outFolder = join(projectFolder, `test-results/chaos-${process.pid}`);

export const lifeProgram = join(outFolder, 'life-process.js');

/** The second start and all after it are faster with it. */
export const compileCache = join(outFolder, 'compile-cache');

/** Makes one program of the core and the person, as the app itself is bundled: it starts in a fraction of a second. */
export async function bundleLife(): Promise<void> {
  await build({
    root: projectFolder,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node22',
      outDir: outFolder,
      rolldownOptions: {
        input: {
          'life-process': join(import.meta.dirname, 'life-process.ts'),
          'check-file-worker': join(projectFolder, 'db/check-file-worker.ts'),
          'memory-index-worker': join(projectFolder, 'src-main/memory/index-worker.ts'),
        },
        external: [
          /^better-sqlite3(\/|$)/,
          /^sqlite-vec(\/|$)/,
          /^@cedar-policy\/cedar-wasm(\/|$)/,
          /^@napi-rs\/keyring(\/|$)/,
        ],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
    ssr: {
      noExternal: true,
      external: ['better-sqlite3', 'sqlite-vec', '@cedar-policy/cedar-wasm', '@napi-rs/keyring'],
    },
  });
}

export function removeBundledLife(): void {
  rmSync(outFolder, { recursive: true, force: true });
}
