import { randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The bearer token in `<data folder>/api-token` (mode 600): made at the first start, kept from then on. */
export function readOrMakeToken(dataFolder: string): string {
  const path = join(dataFolder, 'api-token');
  if (existsSync(path)) {
    const token = readFileSync(path, 'utf8').trim();
    chmodSync(path, 0o600);
    if (TOKEN.test(token)) return token;
  }
  const token = randomBytes(32).toString('base64url');
  writeFileSync(path, `${token}\n`, { mode: 0o600 });
  chmodSync(path, 0o600);
  return token;
}

/** The key in an `Authorization` header; null when there is none. */
export const keyIn = (header: string | undefined): string | null => /^Bearer (\S+)$/.exec(header ?? '')?.[1] ?? null;

/** Whether it is the owner's own; takes the same time for every wrong one. */
export function isOwnKey(key: string, token: string): boolean {
  const [given, wanted] = [Buffer.from(key), Buffer.from(token)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
