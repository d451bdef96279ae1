import { hash, randomBytes } from 'node:crypto';
import type { AccessToken } from '#contract/model/access-token.ts';
import type { Role } from '#contract/model/role.ts';
import {
  type AccessTokenRow,
  findAccessToken,
  findAccessTokenByHash,
  insertAccessToken,
  updateAccessToken,
} from '#db/repositories/access-tokens.ts';
import type { Journal } from '#main/events/journal.ts';

const KEY_BYTES = 32;
const DAY_MS = 86_400_000;
/** When it was last used is told to the minute, so that reading a page is not a write each time. */
const NOTED_EVERY_MS = 60_000;

/** Makes a key of 256 random bits and keeps only its hash. This answer is the one time that it is told. */
export async function makeAccessToken(
  journal: Journal,
  wanted: { readonly name: string; readonly role: Role; readonly days: number },
  actor: string,
): Promise<AccessToken & { readonly key: string }> {
  const { name, role, days } = wanted;
  const key = randomBytes(KEY_BYTES).toString('base64url');
  return journal.write((tx) => {
    const expiresAt = new Date(Date.parse(tx.now) + days * DAY_MS).toISOString();
    const token = { id: tx.newId(), name, role, createdAt: tx.now, expiresAt, lastUsedAt: null, revokedAt: null };
    insertAccessToken(tx, { ...token, hash: hashOf(key) });
    tx.append({ actor, body: { kind: 'access.given', tokenId: token.id, name, role } });
    return { ...token, key };
  });
}

/** From its commit on the key opens nothing, and what it held open ends. Twice is once; null when there is none. */
export async function revokeAccessToken(journal: Journal, id: string, actor: string): Promise<AccessToken | null> {
  return journal.write((tx) => {
    const token = findAccessToken(tx.orm, id);
    if (!token) return null;
    if (token.revokedAt !== null) return shown(token);
    updateAccessToken(tx, id, { revokedAt: tx.now });
    tx.append({ actor, body: { kind: 'access.revoked', tokenId: id, name: token.name } });
    return { ...shown(token), revokedAt: tx.now };
  });
}

/** The key's row while it opens the door, else undefined. Found by its hash, so that no comparison can be timed. */
export function findByKey(journal: Journal, key: string): AccessToken | undefined {
  const token = findAccessTokenByHash(journal.orm, hashOf(key));
  return token && isStanding(token, journal.now()) ? shown(token) : undefined;
}

/** Whether it still opens the door: read anew, as it may have been revoked since. */
export function stands({ orm, now }: Journal, id: string): boolean {
  const token = findAccessToken(orm, id);
  return token !== undefined && isStanding(token, now());
}

export async function noteUse(journal: Journal, { id, lastUsedAt }: AccessToken): Promise<void> {
  const before = lastUsedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(lastUsedAt);
  if (Date.parse(journal.now()) - before < NOTED_EVERY_MS) return;
  await journal.write((tx) => updateAccessToken(tx, id, { lastUsedAt: tx.now }));
}

export const shown = ({ hash: _hash, ...token }: AccessTokenRow): AccessToken => token;

const isStanding = ({ revokedAt, expiresAt }: AccessTokenRow, now: string): boolean =>
  revokedAt === null && now < expiresAt;

const hashOf = (key: string): string => hash('sha256', key, 'hex');
