import { z } from 'zod';
import type { Place } from '#connectors/sdk/places/places.ts';
import { t } from '#contract/language/t.ts';

const MOST_NAME_BYTES = 255;

/** The names on the way, the picked folder’s first. */
export const partsOf = (place: Place): readonly string[] => place.split('/');
export const nameOf = (place: Place): string => place.slice(place.lastIndexOf('/') + 1);
export const folderOf = (place: Place): Place => place.slice(0, Math.max(0, place.lastIndexOf('/')));
export const within = (folder: Place, name: string): Place => `${folder}/${name}`;

/** `.pdf`, in small letters; empty where there is none. */
export function extensionOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at <= 0 ? '' : name.slice(at).toLowerCase();
}

export const stemOf = (name: string): string => name.slice(0, name.length - extensionOf(name).length);

/** Names as every system would compare them: two that differ in capitals alone are one on most. */
export const foldName = (name: string): string => name.normalize('NFC').toLowerCase();

/** What is left alone wherever it lies: other programs keep their own things under such names. */
export const isHidden = (name: string): boolean => name.startsWith('.');

/** Whether a name that is there already can be one step of a way: none leads up, out, or past its end. */
export const isStep = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && !/[/\0]/.test(name) && Buffer.byteLength(name) <= MOST_NAME_BYTES;

/** A way that a person says: a picked folder and on from there, or a name alone. Slashes of Windows count too. */
export const PlaceSchema = z
  .string()
  .trim()
  .max(2_000, t`Keep this under 2000 characters.`)
  .transform((said) => said.replaceAll(/[/\\]+$/g, ''))
  .refine((said) => said.isWellFormed() && !said.includes('\0'), t`This holds characters that cannot be read.`)
  .refine((said) => said !== '', t`This is empty.`)
  .refine((said) => !said.split(/[/\\]/).includes('..'), t`Say the folder by its name; “..” leads nowhere here.`);

/** Names that Windows keeps for devices. */
const isDevice = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
const unseen = /[[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]--[\u200c\u200d]]/v;

/** A name for something new: one that every system takes and that reads as what it is. */
export const NewNameSchema = z
  .string()
  .trim()
  .min(1, t`This is empty.`)
  .refine((name) => name.isWellFormed() && !unseen.test(name), t`This holds characters that cannot be seen.`)
  .refine((name) => !/[/\\:*?"<>|]/.test(name), t`A name can’t hold any of these: / \\ : * ? " < > |`)
  .refine((name) => !isHidden(name), t`A name that begins with a dot is hidden; take another one.`)
  .refine((name) => !name.endsWith('.'), t`A name can’t end with a dot.`)
  .refine((name) => !isDevice.test(name), t`Windows keeps this name for itself; take another one.`)
  .refine((name) => Buffer.byteLength(name) <= MOST_NAME_BYTES, t`This name is too long.`);
