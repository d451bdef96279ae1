import { z } from 'zod';
import type { Looked } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { deriveId } from '#connectors/sdk/derive-id.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import { textOf } from '#connectors/sdk/plain-text.ts';
import { ChannelNameSchema, findChannel } from '#connectors/slack/channels.ts';
import { escaped, historyOf, type Stored, unescaped } from '#connectors/slack/messages.ts';
import { type SlackSession, withSlack } from '#connectors/slack/slack-session.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

const MARK = 'life_os_post';
const PostedSchema = z.looseObject({ ts: z.string() });
const MarkSchema = z.looseObject({ event_type: z.literal(MARK), event_payload: z.looseObject({ mark: z.string() }) });

type Before = { readonly id: string; readonly name: string; readonly isPublic: boolean };

/** Says something in a channel. Whoever can read a public one is not known, so that it always needs the person. */
export const postMessage = defineAction({
  name: 'slack.post',
  title: t`Post a message in Slack`,
  input: z.strictObject({
    channel: ChannelNameSchema,
    text: textOf(3_900).refine((text) => text.trim() !== '', t`Say what it should say.`),
  }),
  output: z.object({ channel: z.string(), name: z.string(), text: z.string(), mark: z.string() }),
  risk: 'L2',
  scopes: [t`post as you`],
  delivery: 'needs-a-check',
  labels: { channel: t`Channel`, text: t`Text` },
  look: ({ channel }, surroundings): Promise<Result<Looked<Before>>> =>
    withSlack(surroundings, async (session) => {
      const found = await findChannel(session, channel);
      if (!found.ok) return found;
      const { id, name, isPublic } = found.value;
      return succeed({ before: { id, name, isPublic }, version: `${id} ${isPublic}` });
    }),
  effect: (_input, { name, isPublic }) => ({
    kind: isPublic ? 'post' : 'message',
    audience: isPublic ? 'public' : 'known',
    recipients: [`#${name}`],
    reversible: 'yes',
  }),
  describe: ({ text }, { name, isPublic }) => ({
    title: isPublic
      ? t`Post in the public channel #${name} in Slack`
      : t`Post in the private channel #${name} in Slack`,
    differences: [{ label: t`Text`, before: null, after: text }],
    undo: t`Undo deletes it. Whoever has read it by then has read it.`,
  }),
  report: ({ name }) => ({ says: t`Your message is in #${name}. Undo deletes it.`, lines: [] }),
  run: ({ text }, context) =>
    withSlack(context, async (session) => {
      const { before, key, mode, attach } = context;
      const mark = deriveId(key);
      const output = { channel: before.id, name: before.name, text, mark };
      if (mode === 'draft') await attach({ name: 'Message.txt', mediaType: 'text/plain', bytes: text });
      const earlier = await findByMark(session, before.id, mark);
      if (mode !== 'execute') return succeed(output);
      if (earlier !== null) return removeTwins(session, output);
      const metadata = JSON.stringify({ event_type: MARK, event_payload: { mark } });
      // Nothing in it is opened or looked up by Slack, and no name in it calls anybody.
      const params = {
        channel: before.id,
        text: escaped(text),
        metadata,
        unfurl_links: 'false',
        unfurl_media: 'false',
      };
      await session.change('chat.postMessage', params, PostedSchema);
      return removeTwins(session, output);
    }),
  findEarlier: ({ text }, context) =>
    withSlack(context, async (session) => {
      const { before, key } = context;
      const mark = deriveId(key);
      const earlier = await findByMark(session, before.id, mark);
      return succeed(earlier === null ? null : { channel: before.id, name: before.name, text, mark });
    }),
  readBack: ({ channel, text, mark }, context) =>
    withSlack(context, async (session) => {
      const standing = await findByMark(session, channel, mark);
      return succeed(standing !== null && says(standing, text));
    }),
  undo: ({ channel, name, text, mark }, context) =>
    withSlack(context, async (session) => {
      const standing = await findByMark(session, channel, mark);
      if (standing === null) return succeed(null);
      const isChanged = !says(standing, text);
      if (isChanged && !context.overwrite) return changedSince(t`your message in #${name}`);
      if (context.mode !== 'execute') return succeed(null);
      if (isChanged) {
        await context.attach({ name: 'Message.txt', mediaType: 'text/plain', bytes: unescaped(standing.text ?? '') });
      }
      await session.change('chat.delete', { channel, ts: standing.ts }, z.looseObject({}));
      return succeed(null);
    }),
});

/** The first that was posted under a mark, as long as it stands. */
const findByMark = async (session: SlackSession, channel: string, mark: string): Promise<Stored | null> =>
  (await findAllByMark(session, channel, mark)).at(-1) ?? null;

async function findAllByMark(session: SlackSession, channel: string, mark: string): Promise<readonly Stored[]> {
  const messages = await historyOf(session, channel);
  return messages.filter(({ metadata }) => MarkSchema.safeParse(metadata).data?.event_payload.mark === mark);
}

/** Slack takes no id of ours: a request that arrived twice on the way was posted twice. The first one stays. */
async function removeTwins<Posted extends { readonly channel: string; readonly mark: string }>(
  session: SlackSession,
  posted: Posted,
): Promise<Result<Posted>> {
  const { channel, mark } = posted;
  const twins = (await findAllByMark(session, channel, mark)).slice(0, -1);
  for (const { ts } of twins) await session.change('chat.delete', { channel, ts }, z.looseObject({}));
  return succeed(posted);
}

const says = ({ text = '' }: Stored, wanted: string): boolean => unescaped(text).trim() === wanted.trim();
