import { audienceOf } from '#connectors/mail/audience.ts';
import { withMail } from '#connectors/mail/mail-session.ts';
import { findSent, seeSent, sendOnce } from '#connectors/mail/send-once.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { freshMail as fresh, type MailAudience, sendMailParts } from '#connectors/sdk/mail/writing-parts.ts';
import { type Result, succeed } from '#contract/model/result.ts';

export const sendMail = defineAction({
  name: 'mail.send',
  scopes: ['send email'],
  ...sendMailParts,
  look: ({ to, cc }, surroundings): Promise<Result<Looked<{ audience: MailAudience }>>> =>
    withMail(surroundings, async (session) => {
      const audience = await audienceOf(session, surroundings, [...to, ...cc]);
      return succeed({ before: { audience }, version: audience });
    }),
  run: (input, context) => sendOnce(fresh(input), context),
  findEarlier: (input, context) => findSent(fresh(input), context),
  readBack: (sent, context) => seeSent(sent, context),
});
