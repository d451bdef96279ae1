import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { sayAll } from '#contract/language/intl.ts';
import { t } from '#contract/language/t.ts';

/** An email address without a name. Domains in other scripts are taken (`ana@exämple.com`). */
export const AddressSchema = z
  .string()
  .trim()
  .max(254, t`This is not an email address.`)
  .refine(isAddress, t`This is not an email address.`);

function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const domain = domainToASCII(text.slice(at + 1));
  return at > 0 && z.email().safeParse(`${text.slice(0, at)}@${domain}`).success;
}

const MOST_NAMED = 3;

/** `ana@example.com and bo@example.com`; of many, `ana@example.com and 49 others`. */
export function sayRecipients(addresses: readonly string[]): string {
  const [first = t`nobody`] = addresses;
  if (addresses.length > MOST_NAMED) return t`${first} and ${addresses.length - 1} others`;
  return addresses.length === 0 ? first : sayAll(addresses);
}
