import type { Failure } from '#contract/model/failure.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import type { Journal } from '#main/events/journal.ts';
import { noModel, stopped } from '#main/model-router/ask-one.ts';
import type { Candidate } from '#main/model-router/candidates.ts';
import { type CallEnd, reserveCall, settleCall } from '#main/model-router/ledger.ts';

/** As long as one may speak in one go. */
export const LONGEST_SPEECH_SECONDS = 120;
export const BYTES_PER_SECOND = 48_000;
/** Speech comes to about ten tokens a second, and its words to fewer; what was too much is given back. */
const TOKENS_PER_SECOND = 20;

/** Speech on its way: what `Hearing` does, with the budget and the log of calls around it. */
export type OpenLine = {
  hear(sound: Uint8Array): void;
  words(): string;
  trouble(): Failure | null;
  /** The words, all of them. Asked twice, it answers the same. */
  finish(): Promise<Result<string>>;
  /** What was said is thrown away. */
  drop(): Promise<void>;
};

/** Takes the budget for the longest speech and writes the intent down; then the provider is called. */
export async function openLine(journal: Journal, candidate: Candidate): Promise<Result<OpenLine>> {
  const { provider, model } = candidate;
  if (!provider.hear) return fail(noModel);
  const about = {
    purpose: 'listen',
    runId: null,
    automationId: null,
    prompt: 'listen@1',
    attempt: 1,
    sent: { instructions: '', input: 'Speech. The sound is not kept.', schema: null },
    maxInputTokens: LONGEST_SPEECH_SECONDS * TOKENS_PER_SECOND,
    maxOutputTokens: LONGEST_SPEECH_SECONDS * TOKENS_PER_SECOND,
  } as const;
  const reserved = await journal.write((tx) => reserveCall(tx, candidate, about));
  if ('noBudget' in reserved) return fail({ kind: 'refused', because: reserved.noBudget });
  const { id } = reserved;
  const hearing = provider.hear(model);
  const began = performance.now();
  let bytes = 0;
  let ended: Promise<Result<string>> | null = null;

  async function settle(end: Pick<CallEnd, 'outcome' | 'failure' | 'answer'>, usage: CallEnd['usage']): Promise<void> {
    const seconds = bytes / BYTES_PER_SECOND;
    const guessed = { input: Math.ceil(seconds * TOKENS_PER_SECOND), cachedInput: 0, output: end.answer.length };
    const milliseconds = performance.now() - began;
    await journal.write((tx) => settleCall(tx, id, candidate, { ...end, usage: usage ?? guessed, milliseconds }));
  }

  async function finish(): Promise<Result<string>> {
    const heard = await hearing.finish();
    if (heard.ok) {
      await settle({ outcome: 'answered', failure: null, answer: heard.value.text }, heard.value.usage);
      return succeed(heard.value.text);
    }
    const { failure } = heard;
    await settle(
      { outcome: failure.kind === 'refused' ? 'refused' : 'failed', failure, answer: hearing.words() },
      null,
    );
    return fail(failure);
  }

  return succeed({
    hear(sound) {
      bytes += sound.byteLength;
      hearing.hear(sound);
    },
    words: hearing.words,
    trouble: hearing.trouble,
    finish() {
      ended ??= finish();
      return ended;
    },
    async drop() {
      if (ended !== null) return;
      // What broke already is no less a failure because nobody waits for it any more.
      if (hearing.trouble() !== null) {
        ended = finish();
        await ended;
        return;
      }
      ended = Promise.resolve(fail(stopped));
      hearing.drop();
      await settle({ outcome: 'stopped', failure: stopped, answer: '' }, null);
    },
  });
}
