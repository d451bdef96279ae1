import { createPublicKey, verify } from 'node:crypto';

/** Whether `signature` (Base64) was made over exactly this text with the publisher's own key. */
export function isSigned(text: string, signature: string, publicKey: string): boolean {
  try {
    return verify(null, Buffer.from(text), createPublicKey(publicKey), Buffer.from(signature.trim(), 'base64'));
  } catch {
    // A key or a signature that is none.
    return false;
  }
}
