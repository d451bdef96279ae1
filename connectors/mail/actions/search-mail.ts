import { z } from 'zod';
import { looksOnly, onlyLooks } from '#connectors/mail/mail-effects.ts';
import { withMail } from '#connectors/mail/mail-session.ts';
import { SummarySchema, sayLine } from '#connectors/mail/message-summary.ts';
import { outsideEmail } from '#connectors/mail/outside-item.ts';
import { sayWanted, searchMail as search } from '#connectors/mail/search-mail.ts';
import { WantedSchema, wantedFields, wantedLabels } from '#connectors/mail/wanted-schema.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { succeed } from '#contract/model/result.ts';

const MOST_LISTED = 20;

export const searchMail = defineAction({
  name: 'mail.search',
  title: 'Look for emails',
  input: z.strictObject({
    ...wantedFields,
    atMost: z
      .number()
      .int()
      .min(1)
      .max(50)
      .nullish()
      .transform((most) => most ?? MOST_LISTED),
  }),
  output: z.object({ emails: z.array(SummarySchema), wanted: WantedSchema }),
  risk: 'L0',
  scopes: ['read your email'],
  delivery: 'exactly-once',
  labels: { ...wantedLabels, atMost: 'At most' },
  effect: () => onlyLooks,
  describe: (wanted) => ({ title: `Look for emails${sayWanted(wanted)}`, differences: [], undo: looksOnly }),
  report: ({ emails, wanted }, view) => ({
    says: `There ${sayCount(emails.length)}${sayWanted(wanted)}.`,
    lines: emails.map((email) => sayLine(email, view)),
  }),
  outside: ({ emails }) => emails.map((email, at) => outsideEmail(email, `/emails/${at}`)),
  run: ({ atMost, ...wanted }, context) =>
    withMail(context, async (session) => {
      const found = await search(session, wanted, atMost);
      return found.ok ? succeed({ emails: [...found.value], wanted }) : found;
    }),
});

const sayCount = (count: number): string =>
  count === 0 ? 'is no email' : count === 1 ? 'is 1 email' : `are ${count} emails`;
