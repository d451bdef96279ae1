import { Temporal } from 'temporal-polyfill';
import { saidIn } from '#contract/language/said-in.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { Instant } from '#contract/model/instant.ts';
import type { ModelOutcome, SentText } from '#contract/model/model-call.ts';
import type { ModelSettings } from '#contract/model/model-settings.ts';
import type { Orm } from '#db/open-database.ts';
import {
  findModelCall,
  forgetTexts,
  insertModelCall,
  type ModelCallRow,
  sumOfDay,
  updateModelCall,
} from '#db/repositories/model-calls.ts';
import { findOwner } from '#db/repositories/people.ts';
import type { JournalTx } from '#main/events/journal.ts';
import type { Candidate } from '#main/model-router/candidates.ts';
import { costOf, estimateTokens } from '#main/model-router/price.ts';
import type { Usage } from '#main/model-router/provider.ts';
import { watchPasses } from '#main/model-router/reliance.ts';
import { readModelSettings } from '#main/model-router/settings-in-force.ts';
import modelWords from '#resources/packs/everyday/models.json' with { type: 'json' };

const words = saidIn(modelWords);

const MILLION = 1_000_000;
const DAY_MS = 86_400_000;

/** What a call is about, before anything leaves. */
export type CallAbout = Pick<ModelCallRow, 'runId' | 'automationId' | 'purpose' | 'prompt' | 'attempt'> & {
  readonly sent: SentText;
  readonly maxOutputTokens: number;
  /** The most that goes in, in tokens, where that is not what was sent as text. */
  readonly maxInputTokens?: number;
};

export type Reserved = { readonly id: string } | { readonly noBudget: string };

/** Which of the person's days it is; budgets are theirs. */
export function localDay(orm: Orm, now: Instant): string {
  const timeZone = findOwner(orm)?.timeZone ?? 'UTC';
  return Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/**
 * Takes the most that a call can cost out of today's budget and writes down what is about to be sent: in one
 * transaction, so that two calls at once can't both take the last of it. Without room nothing may be sent.
 */
export function reserveCall(tx: JournalTx, candidate: Candidate, about: CallAbout): Reserved {
  const settings = readModelSettings(tx.orm);
  const { sent, maxOutputTokens, maxInputTokens = inputTokens(sent), ...rest } = about;
  const most = { input: maxInputTokens, cachedInput: 0, output: maxOutputTokens };
  const cost = costOf(most, candidate.price, settings.budget);
  const noBudget = cost === null ? words.noPrice : whyNoRoom(tx, settings, about.automationId, cost);
  const id = tx.newId();
  forgetTexts(tx, tx.now);
  insertModelCall(tx, {
    ...rest,
    id,
    profile: candidate.profile,
    provider: candidate.providerId,
    model: candidate.model,
    left: candidate.left,
    outcome: noBudget === null ? null : 'no-budget',
    failure: noBudget === null ? null : { kind: 'refused', because: noBudget },
    inputTokens: null,
    cachedTokens: null,
    outputTokens: null,
    currency: settings.budget.currency,
    cost: noBudget === null ? (cost ?? 0) : 0,
    milliseconds: null,
    sent: noBudget === null ? sent : null,
    answer: null,
    day: localDay(tx.orm, tx.now),
    createdAt: tx.now,
    keptUntil: new Date(Date.parse(tx.now) + settings.privacy.keepDays * DAY_MS).toISOString(),
  });
  return noBudget === null ? { id } : { noBudget };
}

function whyNoRoom(
  { orm, now }: JournalTx,
  { budget }: ModelSettings,
  automationId: string | null,
  cost: number,
): string | null {
  if (cost === 0) return null;
  const day = localDay(orm, now);
  const { currency, perDay, perAutomation } = budget;
  if (sumOfDay(orm, day, currency) + cost > perDay * MILLION) return words.noBudgetToday;
  if (automationId === null) return null;
  const isOver = sumOfDay(orm, day, currency, automationId) + cost > perAutomation * MILLION;
  return isOver ? words.noBudgetAutomation : null;
}

export type CallEnd = {
  readonly outcome: ModelOutcome;
  readonly failure: Failure | null;
  readonly usage: Usage | null;
  readonly answer: string;
  readonly milliseconds: number;
};

/** Writes down what came of a call and what it cost, and gives the rest of what was reserved back. */
export function settleCall(tx: JournalTx, id: string, candidate: Candidate, end: CallEnd): void {
  const row = findModelCall(tx.orm, id);
  if (!row?.sent) return;
  const usage = end.usage ?? guessUsage(row.sent, end);
  const settings = readModelSettings(tx.orm);
  const isSameCurrency = settings.budget.currency === row.currency;
  updateModelCall(tx, id, {
    outcome: end.outcome,
    failure: end.failure,
    inputTokens: usage.input,
    cachedTokens: usage.cachedInput,
    outputTokens: usage.output,
    // A budget that changed its currency meanwhile keeps what was reserved in the former one.
    cost: isSameCurrency ? (costOf(usage, candidate.price, settings.budget) ?? row.cost) : row.cost,
    milliseconds: Math.round(end.milliseconds),
    answer: end.answer,
  });
  watchPasses(tx, { provider: candidate.providerId, model: candidate.model });
}

const inputTokens = ({ instructions, input, schema }: SentText): number =>
  estimateTokens(instructions + input + (schema ?? ''));

/** Who was turned away pays nothing; an answer that broke off was read and written up to there. */
function guessUsage(sent: SentText, { failure, answer }: CallEnd): Usage {
  const isTurnedAway = failure !== null && failure.kind !== 'unreachable' && failure.kind !== 'refused';
  if (isTurnedAway) return { input: 0, cachedInput: 0, output: 0 };
  return { input: inputTokens(sent), cachedInput: 0, output: estimateTokens(answer) };
}
