import { z } from 'zod';
import { looksOnly, onlyLooks } from '#connectors/mail/mail-effects.ts';
import { withMail } from '#connectors/mail/mail-session.ts';
import { SummarySchema, sayEmail, sayLine } from '#connectors/mail/message-summary.ts';
import { outsideEmail } from '#connectors/mail/outside-item.ts';
import { sayWanted, searchMail } from '#connectors/mail/search-mail.ts';
import { wantedFields, wantedLabels } from '#connectors/mail/wanted-schema.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { capitalised } from '#connectors/sdk/plain-text.ts';
import { succeed } from '#contract/model/result.ts';

/** The newest that fits, for the steps after it to act on. */
export const findMail = defineAction({
  name: 'mail.find',
  title: 'Find an email',
  input: z.strictObject(wantedFields),
  output: SummarySchema,
  risk: 'L0',
  scopes: ['read your email'],
  delivery: 'exactly-once',
  labels: wantedLabels,
  effect: () => onlyLooks,
  describe: (wanted) => ({ title: `Find the newest email${sayWanted(wanted)}`, differences: [], undo: looksOnly }),
  report: (email, view) => ({ says: `${capitalised(sayEmail(email))} is the newest.`, lines: [sayLine(email, view)] }),
  outside: (email) => [outsideEmail(email)],
  run: (wanted, context) =>
    withMail(context, async (session) => {
      const found = await searchMail(session, wanted, 1);
      if (!found.ok) return found;
      const [newest] = found.value;
      return newest ? succeed(newest) : notFound(`an email${sayWanted(wanted)}`);
    }),
});
