import { z } from 'zod';
import type { Action } from '#connectors/sdk/action.ts';
import { type Json, JsonSchema } from '#contract/model/json.ts';
import { isOpenValue, isReference, type StepId } from '#contract/model/plan.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';
import type { AskedFor, Prompt } from '#main/roles/asked-for.ts';
import { saySchema } from '#main/roles/say-schema.ts';
import executor from '#resources/prompts/executor.json' with { type: 'json' };

export const executorPrompt: Prompt = { name: `executor@${executor.version}`, instructions: executor.text.join('\n') };

export const DEMAND_OF_VALUES = { complexity: 'simple', latency: 'waiting', risk: 'L2' } as const;

/** So much of what a step found is given on; what is longer is cut. */
const MOST_OF_ONE = 8_000;

/** Flat and without optional fields, as strict structured output wants it; `value` is JSON text. */
const ProposalSchema = z.strictObject({
  values: z.array(z.strictObject({ place: z.string(), value: z.string() })),
  cannot: z.string(),
});
type Proposal = z.infer<typeof ProposalSchema>;

/** A value by where it stands in the arguments, as a JSON pointer. */
export type ProposedValues = ReadonlyMap<string, Json>;

export type StepToSettle = AskedFor & {
  /** The person's own words: the sentence, and their answers. */
  readonly said: readonly string[];
  /** Wall time where the person is, and its zone. */
  readonly now: string;
  readonly timeZone: string;
  readonly says: string;
  readonly action: Pick<Action, 'name' | 'title' | 'input'>;
  /** What the plan left open, and what it says of each. */
  readonly open: ReadonlyMap<string, string>;
  /** What the steps found that it waits for; anybody may have written that. */
  readonly found: readonly { readonly stepId: StepId; readonly output: Json }[];
  /** What the action has against its arguments with these values in them. */
  check(values: ProposedValues): readonly string[];
};

/**
 * Has the values proposed that a plan left open in one step: those places and no other, for the step's own action and
 * no other. Only a model on this computer is asked, since it sees what was found. `needs-another-plan`: what is to stand
 * there is not in what was found.
 */
export async function proposeToolCalls(
  router: Pick<ModelRouter, 'ask'>,
  { said, now, timeZone, says, action, open, found, check, ...about }: StepToSettle,
): Promise<Result<ProposedValues>> {
  const asked = await router.ask(
    {
      ...about,
      purpose: 'arguments',
      demand: DEMAND_OF_VALUES,
      onlyHere: true,
      prompt: executorPrompt,
      input: JSON.stringify({
        now,
        timeZone,
        said,
        step: { says, does: action.title, takes: saySchema(action.input, 'input') },
        open: [...open].map(([place, what]) => ({ place, what })),
        found: found.map(({ stepId, output }) => ({ stepId, found: JSON.stringify(output).slice(0, MOST_OF_ONE) })),
      }),
    },
    { name: 'values', schema: ProposalSchema, check: (proposal) => problemsOf(proposal, open, check) },
  );
  if (!asked.ok) return asked;
  const { values, cannot } = asked.value.value;
  if (cannot.trim() !== '') return fail({ kind: 'needs-another-plan', because: cannot.trim().slice(0, LONGEST_WHY) });
  return succeed(readValues(values) ?? new Map());
}

const LONGEST_WHY = 300;

function problemsOf(
  { values, cannot }: Proposal,
  open: ReadonlyMap<string, string>,
  check: (values: ProposedValues) => readonly string[],
): readonly string[] {
  if (cannot.trim() !== '') return [];
  const others = values.filter(({ place }) => !open.has(place)).map(({ place }) => `“${place}” is not open.`);
  const missing = [...open.keys()]
    .filter((place) => values.filter((value) => value.place === place).length !== 1)
    .map((place) => `“${place}” needs one value.`);
  if (others.length + missing.length > 0) return [...others, ...missing];
  const read = readValues(values);
  if (read === null) return ['Each value must be JSON text.'];
  return [...read.values()].some(isToBeFilled) ? ['A value must stand for itself.'] : check(read);
}

/** A value that points elsewhere, or leaves something open again. */
function isToBeFilled(value: Json): boolean {
  if (value === null || typeof value !== 'object') return false;
  return isReference(value) || isOpenValue(value) || Object.values(value).some(isToBeFilled);
}

function readValues(values: Proposal['values']): ProposedValues | null {
  try {
    return new Map(values.map(({ place, value }) => [place, JsonSchema.parse(JSON.parse(value))]));
  } catch {
    return null;
  }
}
