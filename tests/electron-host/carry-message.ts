/** A message of a port on its way through the DevTools protocol, which carries texts only. */
export type Carried = { readonly text?: string; readonly bytes?: string };

export function pack(message: unknown): Carried {
  if (typeof message === 'string') return { text: message };
  if (message instanceof Uint8Array) return { bytes: Buffer.from(message).toString('base64') };
  throw new Error('The stand-in for Electron carries texts and bytes, and nothing else, over a port.');
}

export const unpack = ({ text, bytes }: Carried): string | Uint8Array =>
  bytes === undefined ? (text ?? '') : new Uint8Array(Buffer.from(bytes, 'base64'));
