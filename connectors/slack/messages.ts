import { z } from 'zod';
import type { OutsidePart, View } from '#connectors/sdk/action.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import { sayMoment } from '#connectors/sdk/say-time.ts';
import type { Channel } from '#connectors/slack/channels.ts';
import type { SlackSession } from '#connectors/slack/slack-session.ts';

/** A message as it is told of. All but `channel`, `id` and `at` was written by somebody. */
export const MessageSchema = z.object({
  channel: z.string(),
  id: z.string(),
  by: z.string(),
  text: z.string(),
  at: z.string().nullable(),
});
export type Message = z.output<typeof MessageSchema>;

const HistorySchema = z.looseObject({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      user: z.string().optional(),
      username: z.string().optional(),
      text: z.string().optional(),
      metadata: z.unknown().optional(),
    }),
  ),
});
export type Stored = z.output<typeof HistorySchema>['messages'][number];

const LONGEST_TEXT = 4_000;
/** As many of the newest are looked through, for what is looked for and for what was posted from here. */
export const NEWEST = 200;

/** The newest messages of a channel, newest first. */
export async function historyOf(session: SlackSession, channel: string, most = NEWEST): Promise<readonly Stored[]> {
  const params = { channel, limit: String(most), include_all_metadata: 'true' };
  return (await session.ask('conversations.history', params, HistorySchema)).messages;
}

const UserSchema = z.looseObject({
  user: z.looseObject({ name: z.string(), real_name: z.string().optional() }),
});

/** Names of people by id; a name that Slack does not tell is its id. */
export function nameFinder(session: SlackSession): (id: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  const ask = async (user: string) => {
    const { user: told } = await session.ask('users.info', { user }, UserSchema);
    return cleanText(told.real_name || told.name).text;
  };
  return (id) => {
    const name = known.get(id) ?? ask(id).catch(() => id);
    known.set(id, name);
    return name;
  };
}

export async function tellMessage(
  { name }: Pick<Channel, 'name'>,
  { ts, user, username, text = '' }: Stored,
  nameOf: (id: string) => Promise<string>,
): Promise<Message> {
  const seconds = Number(ts);
  return {
    channel: name,
    id: ts,
    by: user === undefined ? cleanText(username ?? 'somebody').text : await nameOf(user),
    text: cleanText(unescaped(text)).text.slice(0, LONGEST_TEXT),
    at: Number.isFinite(seconds) ? new Date(seconds * 1000).toISOString() : null,
  };
}

/** In Slack’s text these three stand for themselves only so; whatever else would be a mention or a link. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const LONGEST_LINE = 300;

export function sayMessage({ channel, by, text, at }: Message, view: View): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const when = at === null ? '' : `${sayMoment(at, view)}, `;
  return `${when}#${channel}, ${by}: ${line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line}`;
}

export const outsideMessages = ({ messages }: { readonly messages: readonly Message[] }): OutsidePart[] =>
  messages.map(({ channel, id, by, text }, at) => ({
    path: `/messages/${at}`,
    item: `${channel}/${id}`,
    what: 'message',
    title: text.slice(0, 80),
    by,
  }));
