import { z } from 'zod';
import { notFound } from '#connectors/sdk/failures.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import { foldText, nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import type { SlackSession } from '#connectors/slack/slack-session.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** A channel as the person names it, with or without its #. */
export const ChannelNameSchema = nonEmptyLineOf(100);

export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly isPublic: boolean;
  readonly isIn: boolean;
};

const ListSchema = z.looseObject({
  channels: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string().optional(),
      is_private: z.boolean().optional(),
      is_im: z.boolean().optional(),
      is_mpim: z.boolean().optional(),
      is_member: z.boolean().optional(),
    }),
  ),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
});

const MOST_PAGES = 10;

export async function listChannels(session: SlackSession): Promise<readonly Channel[]> {
  const found: Channel[] = [];
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const params = { types: 'public_channel,private_channel', exclude_archived: 'true', limit: '200', cursor };
    const { channels, response_metadata } = await session.ask('conversations.list', params, ListSchema);
    for (const { id, name, is_private, is_im, is_mpim, is_member } of channels) {
      const isPublic = !is_private && !is_im && !is_mpim;
      found.push({ id, name: cleanText(name ?? id).text, isPublic, isIn: is_member ?? true });
    }
    cursor = response_metadata?.next_cursor ?? '';
    if (cursor === '') break;
  }
  return found;
}

export async function findChannel(session: SlackSession, wanted: string): Promise<Result<Channel>> {
  const name = foldText(wanted.replace(/^#/, ''));
  const channel = (await listChannels(session)).find((each) => each.id === wanted || foldText(each.name) === name);
  return channel ? succeed(channel) : notFound(t`a channel called ${quote(wanted)} in your Slack`);
}
