import type { ServerResponse } from 'node:http';
import type { Language } from '#contract/language/language.ts';
import { readPageFile } from '#main/shell/read-page-file.ts';

/** Serves the built window from `folder`. False when there is no such file. */
export async function servePage(
  { folder, language }: { readonly folder: string; readonly language: Language },
  pathname: string,
  response: ServerResponse,
): Promise<boolean> {
  const file = await readPageFile(folder, pathname, language);
  if (file === null) return false;
  // Built files carry a hash of their content in their name; only the page itself may change.
  const cache = pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache';
  response.writeHead(200, { 'Content-Type': file.mediaType, 'Cache-Control': cache });
  response.end(file.bytes);
  return true;
}
