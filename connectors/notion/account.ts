import { z } from 'zod';
import { openNotion } from '#connectors/notion/notion-session.ts';
import { type AccountDefinition, attempted, defineField, troubled } from '#connectors/sdk/account.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import { ServiceFailure } from '#connectors/sdk/service-failure.ts';
import { t } from '#contract/language/t.ts';

const WhoSchema = z.looseObject({
  id: z.string(),
  type: z.literal('bot'),
  bot: z.looseObject({ workspace_name: z.string().nullish() }),
});

/** A Notion workspace, by the secret of an integration that the person makes there for themselves. */
export const account: AccountDefinition = {
  help: t`At notion.so/profile/integrations make a new integration of the type “Internal” and paste its secret here. Then give it the pages that Life OS may see: open a page in Notion, choose ••• and “Connections”, and pick your integration.`,
  staysBehind: t`Your pages stay in Notion, those that were written from here too. The secret is taken out of this computer; to be sure, remove the integration at notion.so/profile/integrations as well.`,
  fields: [
    defineField({
      name: 'token',
      label: t`Internal integration secret`,
      kind: 'secret',
      help: t`It starts with ntn_ or secret_.`,
    }),
    defineField({ name: 'server', label: t`Address of Notion`, kind: 'text', when: 'found' }),
  ],
  nameOf: ({ workspace = t`your Notion` }) => workspace,
  find: async (typed) =>
    attempted({
      settings: { ...typed, server: typed.server ?? 'https://api.notion.com' },
      says: t`Notion is asked who you are.`,
    }),
  async test(who, reach) {
    const session = await openNotion(who, reach);
    if (!session.ok) {
      return session.failure.kind === 'secrets-closed'
        ? troubled('secrets-closed', session.failure.because)
        : troubled('settings', t`This is not an address of Notion.`, 'server');
    }
    try {
      const { id, bot } = await session.value.ask('users/me', WhoSchema);
      const workspace = cleanText(bot.workspace_name ?? '').text || t`your Notion`;
      return attempted({ says: t`It works: this is ${workspace}.`, settings: { workspace, bot: id } });
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      switch (error.failure.kind) {
        case 'needs-reconnect':
          return troubled('wrong-password', t`Notion did not take this secret.`, 'token');
        case 'rate-limited':
          return troubled('too-many-tries', t`Notion asks to wait a moment. Try again in a minute.`);
        default:
          return troubled('unreachable', t`Notion could not be reached.`);
      }
    }
  },
};
