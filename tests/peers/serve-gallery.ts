import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, createServer, type InlineConfig, preview } from 'vite';

const projectFolder = join(import.meta.dirname, '../..');
const PAGE = 'gallery/index.html';

const shared = {
  configFile: false,
  root: join(projectFolder, 'src-renderer'),
  plugins: [react()],
  cacheDir: join(projectFolder, 'node_modules/.vite-gallery'),
  logLevel: 'error',
} satisfies InlineConfig;

type Gallery = { readonly url: string; close(): Promise<void> };

/** Serves the gallery on this computer alone, from the sources as they stand, and draws it anew when one changes. */
export async function serveGallery(port: number): Promise<Gallery> {
  const server = await createServer({
    ...shared,
    server: { host: '127.0.0.1', port, strictPort: true, fs: { allow: [projectFolder] } },
  });
  await server.listen();
  return { url: addressOf(server.httpServer), close: () => server.close() };
}

/**
 * Serves it bundled, on a free port: a page that is opened dozens of times comes in a few files instead of hundreds. React
 * is the one that complains, as it is while one works on it.
 */
export async function serveBundledGallery(): Promise<Gallery> {
  const outDir = mkdtempSync(join(tmpdir(), 'life-os-gallery-'));
  const define = { 'process.env.NODE_ENV': '"development"' };
  await build({
    ...shared,
    mode: 'development',
    define,
    build: { outDir, emptyOutDir: true, minify: false, rolldownOptions: { input: join(shared.root, PAGE) } },
  });
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  return {
    url: addressOf(server.httpServer),
    async close() {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

function addressOf(server: Pick<Server, 'address'> | null): string {
  const address = server?.address();
  if (!address || typeof address !== 'object') throw new Error('The gallery could not be served.');
  return `http://127.0.0.1:${address.port}/${PAGE}`;
}
