import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { isOurs } from '#main/shell/electron/app-address.ts';
import { securityHeaders } from '#main/shell/web/security-headers.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Answers `app://life-os/…` from the built page in `folder`, with the strict policy on every answer. */
export async function serveApp(folder: string, address: string): Promise<Response> {
  const file = fileFor(folder, address);
  const type = mediaTypes[extname(file ?? '')];
  const bytes = file === null || type === undefined ? null : await readFile(file).catch(() => null);
  if (bytes === null || type === undefined) return new Response(null, { status: 404, headers: securityHeaders });
  return new Response(bytes, { headers: { ...securityHeaders, 'Content-Type': type } });
}

/** The file that an address names, or null where it would leave the folder. */
function fileFor(folder: string, address: string): string | null {
  if (!isOurs(address)) return null;
  const { pathname } = new URL(address);
  const path = join(folder, normalize(decodeURIComponent(pathname === '/' ? '/index.html' : pathname)));
  return path.startsWith(folder + sep) ? path : null;
}
