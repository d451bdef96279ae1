import { withMail } from '#connectors/mail/mail-session.ts';
import { searchMail } from '#connectors/mail/search-mail.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { findMailParts } from '#connectors/sdk/mail/reading-parts.ts';
import { sayWanted } from '#connectors/sdk/mail/wanted.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

/** The newest that fits, for the steps after it to act on. */
export const findMail = defineAction({
  name: 'mail.find',
  scopes: [t`read your email`],
  ...findMailParts,
  run: (wanted, context) =>
    withMail(context, async (session) => {
      const found = await searchMail(session, wanted, 1);
      if (!found.ok) return found;
      const [newest] = found.value;
      return newest ? succeed(newest) : notFound(t`an email${sayWanted(wanted)}`);
    }),
});
