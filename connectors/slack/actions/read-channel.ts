import { z } from 'zod';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { ChannelNameSchema, findChannel } from '#connectors/slack/channels.ts';
import {
  historyOf,
  MessageSchema,
  nameFinder,
  outsideMessages,
  sayMessage,
  tellMessage,
} from '#connectors/slack/messages.ts';
import { withSlack } from '#connectors/slack/slack-session.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const MOST_READ = 30;

export const readChannel = defineAction({
  name: 'slack.read',
  title: t`Read a channel in Slack`,
  input: z.strictObject({ channel: ChannelNameSchema }),
  output: z.object({ channel: z.string(), messages: z.array(MessageSchema) }),
  risk: 'L0',
  scopes: [t`read your channels`],
  delivery: 'exactly-once',
  labels: { channel: t`Channel` },
  effect: () => onlyLooks,
  describe: ({ channel }) => ({
    title: t`Read the newest messages of ${quote(channel)} in Slack`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report: ({ channel, messages }, view) => ({
    says: messages.length === 0 ? t`Nothing stands in #${channel} yet.` : t`The newest of #${channel}:`,
    lines: messages.map((message) => sayMessage(message, view)),
  }),
  outside: outsideMessages,
  run: ({ channel: wanted }, context) =>
    withSlack(context, async (session) => {
      const channel = await findChannel(session, wanted);
      if (!channel.ok) return channel;
      const nameOf = nameFinder(session);
      const messages = await Promise.all(
        (await historyOf(session, channel.value.id, MOST_READ)).map((stored) =>
          tellMessage(channel.value, stored, nameOf),
        ),
      );
      return succeed({ channel: channel.value.name, messages });
    }),
});
