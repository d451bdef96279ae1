import { fail, type Result } from '#contract/model/result.ts';
import type { Answering, Ended } from '#main/model-router/provider.ts';

/** More characters than any token has on average: what goes on beyond is not the answer that was asked for. */
const MOST_CHARACTERS_PER_TOKEN = 8;

export type Patience = {
  readonly firstWordMs: number;
  readonly wholeMs: number;
  readonly maxOutputTokens: number;
};

export type Heard = { readonly text: string; readonly end: Result<Ended> };

/**
 * Takes an answer as it comes, as long as patience lasts: until the first word, until the whole, and up to a length.
 * Stops at once when `signal` is aborted; who asked looks there to tell that from a failure.
 */
export async function listen(
  ask: (signal: AbortSignal) => Answering,
  { firstWordMs, wholeMs, maxOutputTokens }: Patience,
  service: string,
  signal: AbortSignal,
  onText: (soFar: string) => void = () => {},
): Promise<Heard> {
  const patience = new AbortController();
  const hangUp = () => patience.abort();
  const firstWord = setTimeout(hangUp, firstWordMs);
  const whole = setTimeout(hangUp, wholeMs);
  const answering = ask(AbortSignal.any([signal, patience.signal]));
  let text = '';
  try {
    for (;;) {
      const next = await answering.next();
      if (signal.aborted || patience.signal.aborted) return { text, end: fail({ kind: 'unreachable', service }) };
      if (next.done === true) return { text, end: next.value };
      clearTimeout(firstWord);
      text += next.value;
      if (text.length > maxOutputTokens * MOST_CHARACTERS_PER_TOKEN) {
        return { text, end: { ok: true, value: { usage: null, tooLong: true } } };
      }
      onText(text);
    }
  } finally {
    clearTimeout(firstWord);
    clearTimeout(whole);
    // Whoever still speaks is told that nobody listens.
    hangUp();
    await answering.return({ ok: false, failure: { kind: 'unreachable', service } });
  }
}
