import { z } from 'zod';
import { t } from '#contract/language/t.ts';
import type { AccountValues } from '#contract/model/account.ts';

/** Where a calendar account is. Without encryption only on this computer, as the password goes with every request. */
export const DavSettingsSchema = z.object({
  address: z.string().trim().min(1).max(320),
  user: z.string().trim().min(1).max(320),
  url: z.url({ protocol: /^https?$/, error: t`This is not an address of a server.` }).refine(isSafe, {
    error: t`Without encryption your password could be read on the way. Use an address with https.`,
  }),
});
export type DavSettings = z.output<typeof DavSettingsSchema>;

export const readDavSettings = (values: AccountValues): DavSettings | null =>
  DavSettingsSchema.safeParse(values).data ?? null;

function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

/** Whether the password may go there too: a service spreads over several computers, but not over other people’s. */
export function isOfService(base: string, url: string): boolean {
  if (!isSafe(url)) return false;
  const [one, other] = [new URL(base), new URL(url)];
  const family = ({ hostname }: URL) => hostname.split('.').slice(-2).join('.');
  return one.host === other.host || (/[a-z]/i.test(one.hostname) && family(one) === family(other));
}
