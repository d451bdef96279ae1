import { z } from 'zod';
import { audienceOf, type MailAudience, sends } from '#connectors/mail/audience.ts';
import type { Outgoing } from '#connectors/mail/compose-mail.ts';
import { withMail } from '#connectors/mail/mail-session.ts';
import { outgoingDifferences, outgoingFields, outgoingLabels } from '#connectors/mail/outgoing-schema.ts';
import { findSent, reportSent, SentSchema, seeSent, sendOnce } from '#connectors/mail/send-once.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { sayRecipients } from '#connectors/sdk/address.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { type Result, succeed } from '#contract/model/result.ts';

const fresh = (input: Omit<Outgoing, 'thread'>): Outgoing => ({ ...input, thread: [] });

export const sendMail = defineAction({
  name: 'mail.send',
  title: 'Send an email',
  input: z.strictObject(outgoingFields),
  output: SentSchema,
  risk: 'L2',
  scopes: ['send email'],
  delivery: 'needs-a-check',
  labels: outgoingLabels,
  look: ({ to, cc }, surroundings): Promise<Result<Looked<{ audience: MailAudience }>>> =>
    withMail(surroundings, async (session) => {
      const audience = await audienceOf(session, surroundings, [...to, ...cc]);
      return succeed({ before: { audience }, version: audience });
    }),
  effect: ({ to, cc }, { audience }) => sends([...to, ...cc], audience),
  describe: (input) => ({
    title: `Send an email to ${sayRecipients([...input.to, ...input.cc])}${input.subject === '' ? '' : `: ${quote(input.subject)}`}`,
    differences: outgoingDifferences(input),
    undo: 'Once it has left it can’t be called back.',
  }),
  report: reportSent,
  run: (input, context) => sendOnce(fresh(input), context),
  findEarlier: (input, context) => findSent(fresh(input), context),
  readBack: (sent, context) => seeSent(sent, context),
});
