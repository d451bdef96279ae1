import { readFile, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Serves the built window from `folder`. False when there is no such file. */
export async function servePage(folder: string, pathname: string, response: ServerResponse): Promise<boolean> {
  const path = join(folder, normalize(pathname === '/' ? '/index.html' : pathname));
  const mediaType = MEDIA_TYPES[extname(path)];
  if (!path.startsWith(folder + sep) || mediaType === undefined) return false;
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return false;
  // Built files carry a hash of their content in their name; only the page itself may change.
  const cache = pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache';
  response.writeHead(200, { 'Content-Type': mediaType, 'Cache-Control': cache });
  response.end(await readFile(path));
  return true;
}
