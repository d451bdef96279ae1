import type { Language } from '#contract/language/language.ts';
import { isOurs } from '#main/shell/electron/app-address.ts';
import { readPageFile } from '#main/shell/read-page-file.ts';
import { securityHeaders } from '#main/shell/security-headers.ts';

/** Answers `app://life-os/…` from the built page in `folder`, with the strict policy on every answer. */
export async function serveApp(folder: string, address: string, language: Language): Promise<Response> {
  const file = isOurs(address) ? await readPageFile(folder, new URL(address).pathname, language) : null;
  if (file === null) return new Response(null, { status: 404, headers: securityHeaders });
  return new Response(file.bytes, { headers: { ...securityHeaders, 'Content-Type': file.mediaType } });
}
