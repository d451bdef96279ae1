import { z } from 'zod';

/** An address on the web that may be opened: nothing that holds a program, a file or a sign-in in itself. */
export const LinkSchema = z
  .url({ protocol: /^https?$/, error: 'This is no address on the web.' })
  .max(2000)
  .refine((text) => !/\s|^https?:\/\/[^/?#]*@/i.test(text), 'This is no address on the web.');
