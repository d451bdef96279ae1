import { join } from 'node:path';
import { build } from 'vite';
import { projectFolder } from '#build/project-folder.ts';

export type ProgramFolder = 'engine' | 'pause' | 'policy' | 'sync';

/** As in the app: native and WebAssembly packages find their own files at run time. */
const loadedAtRunTime = [
  /^better-sqlite3(\/|$)/,
  /^sqlite-vec(\/|$)/,
  /^@cedar-policy\/cedar-wasm(\/|$)/,
  /^@napi-rs\/keyring(\/|$)/,
];

/** Bundles programs of a folder of the bench with the core inside, as the shipped app is bundled; answers with their paths. */
export async function bundlePrograms<Name extends string>(
  folder: ProgramFolder,
  names: readonly Name[],
): Promise<Record<Name, string>> {
  const outFolder = join(projectFolder, `.cache/bench-${folder}/programs`);
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
        input: {
          ...Object.fromEntries(names.map((name) => [name, join(projectFolder, 'bench', folder, `${name}.ts`)])),
          'check-file-worker': join(projectFolder, 'db/check-file-worker.ts'),
          'memory-index-worker': join(projectFolder, 'src-main/memory/index-worker.ts'),
        },
        external: loadedAtRunTime,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  return Object.fromEntries(names.map((name) => [name, join(outFolder, `${name}.js`)])) as Record<Name, string>;
}
