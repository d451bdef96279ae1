import { withMail } from '#connectors/mail/mail-session.ts';
import { searchMail as search } from '#connectors/mail/search-mail.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { searchMailParts } from '#connectors/sdk/mail/reading-parts.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

export const searchMail = defineAction({
  name: 'mail.search',
  scopes: [t`read your email`],
  ...searchMailParts,
  run: ({ atMost, ...wanted }, context) =>
    withMail(context, async (session) => {
      const found = await search(session, wanted, atMost);
      return found.ok ? succeed({ emails: [...found.value], wanted }) : found;
    }),
});
