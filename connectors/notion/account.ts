import { z } from 'zod';
import { openNotion } from '#connectors/notion/notion-session.ts';
import { type AccountDefinition, attempted, defineField, troubled } from '#connectors/sdk/account.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import { ServiceFailure } from '#connectors/sdk/service-failure.ts';

const WhoSchema = z.looseObject({
  id: z.string(),
  type: z.literal('bot'),
  bot: z.looseObject({ workspace_name: z.string().nullish() }),
});

/** A Notion workspace, by the secret of an integration that the person makes there for themselves. */
export const account: AccountDefinition = {
  help: 'At notion.so/profile/integrations make a new integration of the type “Internal” and paste its secret here. Then give it the pages that Life OS may see: open a page in Notion, choose ••• and “Connections”, and pick your integration.',
  staysBehind:
    'Your pages stay in Notion, those that were written from here too. The secret is taken out of this computer; to be sure, remove the integration at notion.so/profile/integrations as well.',
  fields: [
    defineField({
      name: 'token',
      label: 'Internal integration secret',
      kind: 'secret',
      help: 'It starts with ntn_ or secret_.',
    }),
    defineField({ name: 'server', label: 'Address of Notion', kind: 'text', when: 'found' }),
  ],
  nameOf: ({ workspace = 'your Notion' }) => workspace,
  find: async (typed) =>
    attempted({
      settings: { ...typed, server: typed.server ?? 'https://api.notion.com' },
      says: 'Notion is asked who you are.',
    }),
  async test(who, reach) {
    const session = await openNotion(who, reach);
    if (!session.ok) {
      return session.failure.kind === 'secrets-closed'
        ? troubled('secrets-closed', session.failure.because)
        : troubled('settings', 'This is not an address of Notion.', 'server');
    }
    try {
      const { id, bot } = await session.value.ask('users/me', WhoSchema);
      const workspace = cleanText(bot.workspace_name ?? '').text || 'your Notion';
      return attempted({ says: `It works: this is ${workspace}.`, settings: { workspace, bot: id } });
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      switch (error.failure.kind) {
        case 'needs-reconnect':
          return troubled('wrong-password', 'Notion did not take this secret.', 'token');
        case 'rate-limited':
          return troubled('too-many-tries', 'Notion asks to wait a moment. Try again in a minute.');
        default:
          return troubled('unreachable', 'Notion could not be reached.');
      }
    }
  },
};
