import { join } from 'node:path';
import { build } from 'vite';
import { projectFolder } from '#build/project-folder.ts';

const outFolder = join(projectFolder, '.cache/bench-engine/programs');

/** As in the app: native and WebAssembly packages find their own files at run time. */
const loadedAtRunTime = [/^better-sqlite3(\/|$)/, /^@cedar-policy\/cedar-wasm(\/|$)/];

/** Bundles programs of this folder with the core inside, as the shipped app is bundled; answers with their paths. */
export async function bundlePrograms<Name extends string>(names: readonly Name[]): Promise<Record<Name, string>> {
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: outFolder,
      emptyOutDir: true,
      target: 'node22',
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, join(projectFolder, 'bench/engine', `${name}.ts`)])),
        external: loadedAtRunTime,
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  return Object.fromEntries(names.map((name) => [name, join(outFolder, `${name}.mjs`)])) as Record<Name, string>;
}
