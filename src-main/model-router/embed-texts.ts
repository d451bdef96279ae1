import { t } from '#contract/language/t.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import type { Journal } from '#main/events/journal.ts';
import { noModel } from '#main/model-router/ask-one.ts';
import type { Candidate } from '#main/model-router/candidates.ts';
import { reserveCall, settleCall } from '#main/model-router/ledger.ts';

const WITHIN_MS = 30_000;

/** Asks one model where texts lie: the budget and the intent first, then the question, then what came of it. */
export async function embedTexts(
  journal: Journal,
  candidate: Candidate,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<Result<readonly Float32Array[]>> {
  const { provider, model, left } = candidate;
  if (!provider.embed) return fail(noModel);
  // What leaves can be read afterwards, word for word; of what stays here the number is enough.
  const input = left ? texts.join('\n\n') : `${texts.length} texts, on this computer`;
  const about = {
    purpose: 'embed',
    runId: null,
    automationId: null,
    prompt: 'embed@1',
    attempt: 1,
    sent: { instructions: '', input, schema: null },
    maxOutputTokens: 0,
  } as const;
  const reserved = await journal.write((tx) => reserveCall(tx, candidate, about));
  if ('noBudget' in reserved) return fail({ kind: 'refused', because: reserved.noBudget });
  const began = performance.now();
  const asked = await provider.embed(model, texts, AbortSignal.any([signal, AbortSignal.timeout(WITHIN_MS)]));
  const isWhole = asked.ok && isSound(asked.value.vectors, texts.length);
  const failure = asked.ok
    ? isWhole
      ? null
      : ({ kind: 'unreadable', because: t`It told too few places.` } as const)
    : asked.failure;
  const tokens = asked.ok ? asked.value.inputTokens : null;
  const end = {
    outcome: failure === null ? 'answered' : asked.ok ? 'invalid' : 'failed',
    failure,
    usage: tokens === null ? null : { input: tokens, cachedInput: 0, output: 0 },
    answer: '',
    milliseconds: performance.now() - began,
  } as const;
  await journal.write((tx) => settleCall(tx, reserved.id, candidate, end));
  if (failure !== null || !asked.ok) return fail(failure ?? noModel);
  return succeed(asked.value.vectors);
}

/** One for each text, all as long, and of numbers. */
function isSound(vectors: readonly Float32Array[], count: number): boolean {
  const [first] = vectors;
  if (vectors.length !== count || first === undefined || first.length === 0) return false;
  return vectors.every((vector) => vector.length === first.length && vector.every(Number.isFinite));
}
