import { z } from 'zod';
import { type AccountDefinition, attempted, defineField, troubled } from '#connectors/sdk/account.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import { ServiceFailure } from '#connectors/sdk/service-failure.ts';
import { openSlack } from '#connectors/slack/slack-session.ts';
import { t } from '#contract/language/t.ts';

const WhoSchema = z.looseObject({ team: z.string(), user: z.string() });

/** A Slack workspace, by a token of an app that the person makes there for themselves. */
export const account: AccountDefinition = {
  help: t`Make an app for yourself at api.slack.com/apps, add the scopes channels:read, groups:read, channels:history, groups:history, users:read and chat:write under “User Token Scopes”, install it, and paste its User OAuth Token here.`,
  staysBehind: t`Your messages stay in Slack, those that were posted from here too. The token is taken out of this computer; to be sure, remove the app at api.slack.com/apps as well.`,
  fields: [
    defineField({ name: 'token', label: t`User OAuth Token`, kind: 'secret', help: t`It starts with xoxp-.` }),
    defineField({ name: 'server', label: t`Address of Slack`, kind: 'text', when: 'found' }),
  ],
  nameOf: ({ team = t`your Slack` }) => team,
  find: async (typed) =>
    attempted({
      settings: { ...typed, server: typed.server ?? 'https://slack.com' },
      says: t`Slack is asked who you are.`,
    }),
  async test(who, reach) {
    const session = await openSlack(who, reach);
    if (!session.ok) {
      return session.failure.kind === 'secrets-closed'
        ? troubled('secrets-closed', session.failure.because)
        : troubled('settings', t`This is not an address of Slack.`, 'server');
    }
    try {
      const told = await session.value.ask('auth.test', {}, WhoSchema);
      const [team, user] = [cleanText(told.team).text, cleanText(told.user).text];
      return attempted({ says: t`It works: you are ${user} in ${team}.`, settings: { team, user } });
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      switch (error.failure.kind) {
        case 'needs-reconnect':
          return troubled('wrong-password', t`Slack did not take this token.`, 'token');
        case 'rate-limited':
          return troubled('too-many-tries', t`Slack asks to wait a moment. Try again in a minute.`);
        default:
          return troubled('unreachable', t`Slack could not be reached.`);
      }
    }
  },
};
