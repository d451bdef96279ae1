import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { connectors } from '#connectors/registry.ts';
import { MoneySchema } from '#contract/model/money.ts';
import type { PlanningOutcome } from '#contract/model/plan.ts';
import { type Slots, SlotsSchema, type Understanding } from '#contract/model/understanding.ts';
import { makePlan } from '#main/planner/make-plan.ts';
import { ask } from './ask.ts';
import type { Score } from './score.ts';

/** A sentence, and what is to be understood of it. What is absent is not looked at. The file's name is its domain. */
const CaseSchema = z.strictObject({
  says: z.string(),
  intent: z.string(),
  /** Where a sentence may well belong to several domains. */
  domains: z.array(z.string()).optional(),
  slots: SlotsSchema.optional(),
  /** The start of the first time; null for an open one. */
  starts: z.string().nullable().optional(),
  repeats: z.string().optional(),
  amount: MoneySchema.optional(),
  /** It must be asked something back. */
  asks: z.boolean().optional(),
  /** The steps that are planned, by their actions in order. */
  does: z.array(z.string()).optional(),
  /** The highest risk among them. */
  tier: z.string().optional(),
  /** The planner needs to ask something before it plans. */
  planAsks: z.boolean().optional(),
  /** Nothing may be planned; it is answered in this way. */
  isTold: z.string().optional(),
});
type Case = z.infer<typeof CaseSchema> & { readonly domain: string };

const folder = new URL('./golden/', import.meta.url);
const NOW = '2026-11-25T12:00:00Z';
const LEAST = { domain: 0.92, intent: 0.9, details: 0.9, plan: 0.95 };

/** What of the cases of a set is understood; `onWrong` is told of each that is not. */
export function scoreGoldenSets(onWrong: (line: string) => void): readonly Score[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const domain = file.replace('.json', '');
      const cases = z.array(CaseSchema).parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
      return scoreSet(
        domain,
        cases.map((one) => ({ ...one, domain })),
        onWrong,
      );
    });
}

function scoreSet(set: string, cases: readonly Case[], onWrong: (line: string) => void): readonly Score[] {
  const right = { domain: 0, intent: 0, details: 0, plan: 0 };
  const of = { domain: 0, intent: 0, details: 0, plan: 0 };
  for (const one of cases) {
    for (const [measure, isRight] of Object.entries(judge(one)) as [keyof typeof of, boolean][]) {
      of[measure] += 1;
      if (isRight) right[measure] += 1;
      else onWrong(`${set} ${measure}: ${one.says} → ${JSON.stringify(ask(one.says, NOW))}`);
    }
  }
  const measures = Object.keys(of) as (keyof typeof of)[];
  return measures
    .filter((measure) => of[measure] > 0)
    .map((measure) => ({
      set: `golden ${set}`,
      measure,
      right: right[measure],
      of: of[measure],
      least: LEAST[measure],
    }));
}

function judge(one: Case): Partial<Record<'domain' | 'intent' | 'details' | 'plan', boolean>> {
  const read = ask(one.says, NOW);
  const [goal] = read.goals;
  const details = detailsOf(one, read);
  const plan = planOf(one);
  return {
    domain: (one.domains ?? [one.domain]).includes(goal?.domain ?? ''),
    intent: goal?.intent === one.intent,
    ...(details === null ? {} : { details }),
    ...(plan === null ? {} : { plan }),
  };
}

/** Whether slots, times, amounts and questions are as wanted; null where nothing is. */
function detailsOf(one: Case, { goals: [goal], times: [time], amounts: [amount] }: Understanding): boolean | null {
  const checks = [
    one.slots === undefined ? [] : [hasSlots(goal?.slots ?? {}, one.slots)],
    one.starts === undefined ? [] : [time !== undefined && time.start === one.starts],
    one.repeats === undefined ? [] : [time?.rrule === one.repeats],
    one.amount === undefined ? [] : [amount?.minor === one.amount.minor && amount.currency === one.amount.currency],
    one.asks === undefined ? [] : [(goal?.question !== undefined) === one.asks],
  ].flat();
  return checks.length === 0 ? null : checks.every(Boolean);
}

const hasSlots = (found: Slots, wanted: Slots): boolean =>
  Object.entries(wanted).every(([name, value]) => JSON.stringify(found[name as keyof Slots]) === JSON.stringify(value));

/** What is there without an account. */
const catalogue = connectors
  .filter(({ lives }) => lives === 'computer')
  .flatMap((connector) => connector.actions.map(({ name, title, risk }) => ({ name, title, risk })));

function planOf(one: Case): boolean | null {
  if (one.does === undefined && one.isTold === undefined && one.planAsks === undefined) return null;
  const outcome = makePlan({
    text: one.says,
    answers: [],
    now: NOW,
    timeZone: 'UTC',
    locale: 'en-US',
    memory: [],
    catalogue,
  });
  if (one.planAsks !== undefined) return (outcome.kind === 'question') === one.planAsks;
  if (one.isTold !== undefined) return outcome.kind === 'answer' && outcome.reason === one.isTold;
  return isPlanOf(outcome, one);
}

function isPlanOf(outcome: PlanningOutcome, { does, tier }: Case): boolean {
  if (outcome.kind !== 'plan') return false;
  const { steps } = outcome.plan;
  const highest = steps
    .map(({ risk }) => risk)
    .sort()
    .at(-1);
  return (
    JSON.stringify(steps.map(({ action }) => action)) === JSON.stringify(does) &&
    (tier === undefined || tier === highest)
  );
}
