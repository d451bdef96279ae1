import { t } from '#contract/language/t.ts';
import type { Failure } from '#contract/model/failure.ts';
import { findPause } from '#db/repositories/pauses.ts';
import { type DoorContext, door, orNotFound } from '#main/api/door.ts';
import { LONGEST_SPEECH_SECONDS } from '#main/model-router/voice/open-line.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';

const notListening = (): Refusal => ({
  refused: 'not-found',
  says: t`I don’t listen any more. What was written down until then is kept.`,
});

/** Nothing leaves while everything is paused, speech neither. */
async function whyPaused({ engine }: DoorContext): Promise<Failure | null> {
  if (!findPause(engine.journal.orm, 'everything')) return null;
  await engine.voice.drop();
  return { kind: 'refused', because: t`Everything is paused, so I don’t listen.` };
}

export const voice = {
  status: door.voice.status.handler(async ({ context: { engine } }) => ({
    offered: await engine.voice.isOffered(),
    longestSeconds: LONGEST_SPEECH_SECONDS,
  })),
  begin: door.voice.begin.handler(async ({ context }) => {
    const paused = await whyPaused(context);
    if (paused) return { id: null, failure: paused };
    const begun = await context.engine.voice.begin();
    return begun.ok ? { id: begun.value, failure: null } : { id: null, failure: begun.failure };
  }),
  hear: door.voice.hear.handler(async ({ input: { id, sound }, context }) => {
    const paused = await whyPaused(context);
    if (paused) return { text: '', failure: paused };
    return orNotFound(context.engine.voice.hear(id, Buffer.from(sound, 'base64')), notListening());
  }),
  end: door.voice.end.handler(async ({ input: { id }, context: { engine } }) => {
    const heard = orNotFound(await engine.voice.end(id), notListening());
    return heard.ok ? { text: heard.value, failure: null } : { text: '', failure: heard.failure };
  }),
  drop: door.voice.drop.handler(({ input: { id }, context: { engine } }) => engine.voice.drop(id)),
};
