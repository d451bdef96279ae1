import { setTimeout as after } from 'node:timers/promises';
import { t } from '#contract/language/t.ts';
import type { Domain } from '#contract/model/domain.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { ModelPurpose, SentText } from '#contract/model/model-call.ts';
import type { ModelProfile } from '#contract/model/model-settings.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import type { Journal } from '#main/events/journal.ts';
import type { Candidate } from '#main/model-router/candidates.ts';
import type { Demand } from '#main/model-router/choose-profile.ts';
import { type CallEnd, reserveCall, settleCall } from '#main/model-router/ledger.ts';
import { listen } from '#main/model-router/listen.ts';
import type { Question } from '#main/model-router/provider.ts';
import { type Read, unusable } from '#main/model-router/read-answer.ts';
import type { ModelName } from '#main/model-router/reliance.ts';
import { type ProfileRule, profileRules } from '#main/model-router/settings-in-force.ts';

/** A question to whichever model is right for it. */
export type Ask = {
  readonly purpose: ModelPurpose;
  readonly demand: Demand;
  /** The parts of life that it speaks of; some may stay on this computer. */
  readonly domains: readonly Domain[];
  /** Somebody else's words are in it, or what stands in for them: no model that is not on this computer may see it. */
  readonly onlyHere?: boolean;
  readonly runId: string | null;
  readonly automationId: string | null;
  /** `name` says which texts and versions it is made of. */
  readonly prompt: { readonly name: string; readonly instructions: string };
  readonly input: string;
  readonly signal: AbortSignal;
  /** Only this model, also when it is not relied on: to try it out. */
  readonly only?: ModelName;
};

/** The question in the words that are sent, and how what comes back is read. */
export type Put<T> = {
  readonly sent: SentText;
  readonly schema: Question['schema'];
  read(text: string): Read<T>;
  /** For what is said of an answer that can't be used: that may quote what was hidden. */
  hide(text: string): string;
  readonly onText?: ((soFar: string) => void) | undefined;
};

export type AskOneOptions = {
  readonly journal: Journal;
  /** The seams that tests use. */
  readonly wait?: ((milliseconds: number, signal: AbortSignal) => Promise<void>) | undefined;
  readonly rules?: Readonly<Record<ModelProfile, ProfileRule>> | undefined;
  noteBusy(providerId: string, forMs: number): void;
};

const TRIES = 3;
const LONGEST_CACHE_KEY = 64;
/** A provider that asks for less is waited for; else the next one is asked meanwhile. */
const WAITS_AT_MOST_MS = 5_000;
const TOO_LONG = 'The answer is too long.';

export const noModel: Failure = { kind: 'not-found', what: t`a model that may be asked for this` };
export const stopped: Failure = { kind: 'refused', because: t`It was stopped.` };

/**
 * Asks one model. An answer that can't be used is sent back with what is wrong with it, at most twice; a provider that
 * asks for a short wait is given it.
 */
export function createAskOne({ journal, wait = pause, rules = profileRules, noteBusy }: AskOneOptions) {
  /** One call: the budget and the intent first, then the question, then what came of it. */
  async function call<T>(
    { purpose, runId, automationId, prompt, signal }: Ask,
    candidate: Candidate,
    { sent, schema, read, onText }: Put<T>,
    attempt: number,
  ): Promise<Result<Read<T>>> {
    const { provider, providerId, model, background, profile } = candidate;
    const rule = rules[profile];
    const { maxOutputTokens, effort } = rule;
    const about = { purpose, runId, automationId, prompt: prompt.name, attempt, sent, maxOutputTokens };
    const reserved = await journal.write((tx) => reserveCall(tx, candidate, about));
    if ('noBudget' in reserved) return fail({ kind: 'refused', because: reserved.noBudget });
    const { instructions, input } = sent;
    const cacheKey = `life-os:${prompt.name}`.slice(0, LONGEST_CACHE_KEY);
    const question = { instructions, input, model, schema, maxOutputTokens, effort, background, cacheKey };
    const began = performance.now();
    const { text, end } = await listen((by) => provider.ask(question, by), rule, providerId, signal, onText);
    const answer: Result<Read<T>> = end.ok
      ? succeed(end.value.tooLong ? unusable([TOO_LONG]) : read(text))
      : fail(signal.aborted ? stopped : end.failure);
    const heard = { usage: end.ok ? end.value.usage : null, answer: text, milliseconds: performance.now() - began };
    await journal.write((tx) => settleCall(tx, reserved.id, candidate, { ...heard, ...outcomeOf(answer, signal) }));
    return answer;
  }

  return async function askOne<T>(ask: Ask, candidate: Candidate, put: Put<T>): Promise<Result<T>> {
    let { sent } = put;
    let failure = noModel;
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const answer = await call(ask, candidate, { ...put, sent }, attempt);
      if (answer.ok) {
        if (answer.value.usable) return succeed(answer.value.value);
        const { problems } = answer.value;
        failure = unreadable(problems);
        sent = { ...put.sent, input: `${put.sent.input}\n\n${againBecause(problems.map(put.hide))}` };
        continue;
      }
      failure = answer.failure;
      if (ask.signal.aborted || failure.kind !== 'rate-limited') return answer;
      const waits = failure.retryAfterSeconds * 1000;
      if (waits > WAITS_AT_MOST_MS || attempt === TRIES) {
        noteBusy(candidate.providerId, waits);
        return answer;
      }
      await wait(waits, ask.signal).catch(() => {});
      if (ask.signal.aborted) return fail(stopped);
    }
    return fail(failure);
  };
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> => after(milliseconds, undefined, { signal });

const unreadable = (problems: readonly string[]): Failure => ({ kind: 'unreadable', because: problems.join(' ') });

const againBecause = (problems: readonly string[]): string =>
  `Your last answer could not be used. Answer again, and mend this:\n${problems.map((each) => `- ${each}`).join('\n')}`;

function outcomeOf<T>(answer: Result<Read<T>>, signal: AbortSignal): Pick<CallEnd, 'outcome' | 'failure'> {
  if (signal.aborted) return { outcome: 'stopped', failure: stopped };
  if (!answer.ok) {
    return { outcome: answer.failure.kind === 'refused' ? 'refused' : 'failed', failure: answer.failure };
  }
  if (answer.value.usable) return { outcome: 'answered', failure: null };
  return { outcome: 'invalid', failure: unreadable(answer.value.problems) };
}
