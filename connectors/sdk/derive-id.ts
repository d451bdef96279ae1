import { createHash } from 'node:crypto';

/** An id that is the same for the same key over every attempt and restart: 32 hexadecimal digits. */
export const deriveId = (key: string): string => hashOf(key).slice(0, 32);

/** SHA-256 in hexadecimal digits. */
export const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
