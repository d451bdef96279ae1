import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';

const projectFolder = join(import.meta.dirname, '../..');

/** Serves the gallery on this computer alone, from the sources as they stand; a free port when none is named. */
export async function serveGallery(port = 0): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = await createServer({
    configFile: false,
    root: join(projectFolder, 'src-renderer'),
    plugins: [react()],
    cacheDir: join(projectFolder, 'node_modules/.vite-gallery'),
    logLevel: 'error',
    server: { host: '127.0.0.1', port, strictPort: port !== 0, fs: { allow: [projectFolder] } },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (address === null || typeof address !== 'object') throw new Error('The gallery could not be served.');
  return { url: `http://127.0.0.1:${address.port}/gallery/index.html`, close: () => server.close() };
}
