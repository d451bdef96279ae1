import { z } from 'zod';
import { AddressSchema } from '#connectors/sdk/address.ts';
import { t } from '#contract/language/t.ts';
import type { AccountValues } from '#contract/model/account.ts';

/** `none` sends the password readable over the wire, so it is taken only where there is no wire. */
const SecuritySchema = z.enum(['tls', 'starttls', 'none']);

const HostSchema = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[\p{L}\p{N}.:[\]_-]+$/u);
const PortSchema = z.coerce.number().int().min(1).max(65_535);

/** Where a mail account is, in numbers and words. The password is not among them. */
export const MailSettingsSchema = z
  .object({
    address: AddressSchema,
    user: z.string().trim().min(1).max(320),
    imapHost: HostSchema,
    imapPort: PortSchema,
    imapSecurity: SecuritySchema,
    smtpHost: HostSchema,
    smtpPort: PortSchema,
    smtpSecurity: SecuritySchema,
    sentCopies: z.enum(['server', 'app']),
  })
  .refine(({ imapSecurity, imapHost }) => imapSecurity !== 'none' || isThisComputer(imapHost), {
    path: ['imapSecurity'],
    error: t`Without encryption your password could be read on the way. Choose another way.`,
  })
  .refine(({ smtpSecurity, smtpHost }) => smtpSecurity !== 'none' || isThisComputer(smtpHost), {
    path: ['smtpSecurity'],
    error: t`Without encryption your password could be read on the way. Choose another way.`,
  });
export type MailSettings = z.output<typeof MailSettingsSchema>;

const isThisComputer = (host: string): boolean => ['127.0.0.1', '::1', '[::1]', 'localhost'].includes(host);

/** Null when something in them does not fit. */
export const readMailSettings = (values: AccountValues): MailSettings | null =>
  MailSettingsSchema.safeParse(values).data ?? null;
