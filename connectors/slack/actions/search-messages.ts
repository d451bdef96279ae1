import { z } from 'zod';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { matchesWords, nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { ChannelNameSchema, findChannel, listChannels } from '#connectors/slack/channels.ts';
import {
  historyOf,
  type Message,
  MessageSchema,
  nameFinder,
  outsideMessages,
  sayMessage,
  tellMessage,
} from '#connectors/slack/messages.ts';
import { withSlack } from '#connectors/slack/slack-session.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const MOST_CHANNELS = 20;
const MOST_FOUND = 20;

/** Looks through the newest messages of the channels that the person is in; Slack’s own search wants more access. */
function sayCount(count: number, query: string, channels: string): string {
  if (count === 0) return t`There is no message about ${query} among the newest of ${channels}.`;
  return count === 1
    ? t`There is 1 message about ${query} among the newest of ${channels}.`
    : t`There are ${count} messages about ${query} among the newest of ${channels}.`;
}

export const searchMessages = defineAction({
  name: 'slack.search',
  title: t`Look for messages in Slack`,
  input: z.strictObject({
    query: nonEmptyLineOf(200),
    channel: ChannelNameSchema.nullish().transform((channel) => channel ?? null),
  }),
  output: z.object({ query: z.string(), messages: z.array(MessageSchema), channels: z.number() }),
  risk: 'L0',
  scopes: [t`read your channels`],
  delivery: 'exactly-once',
  labels: { query: t`Looking for`, channel: t`Channel` },
  effect: () => onlyLooks,
  describe: ({ query, channel }) => ({
    title:
      channel === null
        ? t`Look for messages about ${quote(query)} in your Slack`
        : t`Look for messages about ${quote(query)} in ${quote(channel)}`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report: ({ query, messages, channels }, view) => ({
    says: sayCount(messages.length, quote(query), channels === 1 ? t`1 channel` : t`${channels} channels`),
    lines: messages.map((message) => sayMessage(message, view)),
  }),
  outside: outsideMessages,
  run: ({ query, channel }, context) =>
    withSlack(context, async (session) => {
      const named = channel === null ? null : await findChannel(session, channel);
      if (named !== null && !named.ok) return named;
      const all = named === null ? (await listChannels(session)).filter(({ isIn }) => isIn) : [named.value];
      const channels = all.slice(0, MOST_CHANNELS);
      const nameOf = nameFinder(session);
      const found: Message[] = [];
      for (const each of channels) {
        for (const stored of await historyOf(session, each.id)) {
          if (matchesWords(stored.text ?? '', query)) found.push(await tellMessage(each, stored, nameOf));
        }
      }
      const newest = found.sort((one, other) => Number(other.id) - Number(one.id)).slice(0, MOST_FOUND);
      return succeed({ query, messages: newest, channels: channels.length });
    }),
});
