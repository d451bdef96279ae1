import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Language } from '#contract/language/language.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

export type PageFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string };

/**
 * The file of the built page in `folder` that an address's path names; `/` is the page itself, which is told the
 * language to speak. Null when there is none, when it would leave the folder, and for a kind of file that a page does
 * not consist of.
 */
export async function readPageFile(folder: string, pathname: string, language: Language): Promise<PageFile | null> {
  const path = pathIn(folder, pathname === '/' ? PAGE : pathname);
  const mediaType = path === null ? undefined : mediaTypes[extname(path)];
  if (path === null || mediaType === undefined) return null;
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return null;
  return { bytes: path.endsWith(PAGE) ? inLanguage(bytes, language) : bytes, mediaType };
}

const PAGE = '/index.html';

function inLanguage(page: Buffer, language: Language): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(page.toString('utf8').replace('<html lang="en"', `<html lang="${language}"`));
}

function pathIn(folder: string, pathname: string): string | null {
  try {
    const path = join(folder, normalize(decodeURIComponent(pathname)));
    return path.startsWith(folder + sep) && !path.includes('\0') ? path : null;
  } catch {
    // A percent sign that stands for nothing names no file.
    return null;
  }
}
