import { z } from 'zod';
import { t } from '#contract/language/t.ts';

/** An address on the web that may be opened: nothing that holds a program, a file or a sign-in in itself. */
export const LinkSchema = z
  .url({ protocol: /^https?$/, error: t`This is no address on the web.` })
  .max(2000)
  .refine((text) => !/\s|^https?:\/\/[^/?#]*@/i.test(text), t`This is no address on the web.`);
