import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { noteBundledPackages } from './build/packaging/note-bundled-packages.ts';
import { preloadPage } from './build/preload-page.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Native and WebAssembly packages find their own files at run time, and Electron brings itself. */
const loadedAtRunTime = [
  /^electron(\/|$)/,
  /^better-sqlite3(\/|$)/,
  /^sqlite-vec(\/|$)/,
  /^@napi-rs\/keyring(\/|$)/,
  /^@cedar-policy\/cedar-wasm(\/|$)/,
];

export default defineConfig({
  main: {
    plugins: [noteBundledPackages()],
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      target: 'node22',
      rolldownOptions: {
        input: {
          electron: here('src-main/shell/electron/main.ts'),
          web: here('src-main/shell/web/main.ts'),
          mcp: here('src-main/shell/mcp/main.ts'),
          'check-file-worker': here('db/check-file-worker.ts'),
          'memory-index-worker': here('src-main/memory/index-worker.ts'),
        },
        external: loadedAtRunTime,
        // Chunks lie flat beside the entries, so that `../../db/migrations` is the same folder from each of them.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: here('src-preload/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('src-renderer'),
    base: './',
    plugins: [react(), preloadPage(), noteBundledPackages()],
    build: {
      outDir: here('out/renderer'),
      target: 'chrome140',
      // The content security policy allows neither inline scripts nor data: fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Few and small files: each one is a request before the first screen stands.
      minify: true,
      cssCodeSplit: false,
      rolldownOptions: {
        input: here('src-renderer/index.html'),
        output: {
          codeSplitting: {
            groups: [
              // What the page needs before it knows its language stands apart from all that says a sentence.
              { name: 'language', test: /contract\/language\/t\.ts$|preload-helper|rolldown/, priority: 1 },
              { name: 'shared', minShareCount: 2 },
            ],
          },
        },
      },
    },
  },
});
