import { z } from 'zod';
import type { ArgTemplate } from '#contract/model/plan.ts';
import type { Result } from '#contract/model/result.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';
import type { AskedFor, Prompt } from '#main/roles/asked-for.ts';
import global from '#resources/prompts/global.json' with { type: 'json' };
import validator from '#resources/prompts/validator.json' with { type: 'json' };

const VerdictSchema = z.strictObject({ confidence: z.number(), doubts: z.array(z.string()) });

/** How sure a second look is, from 0 to 1, that exactly this was asked for, and what speaks against it. */
export type Verdict = z.infer<typeof VerdictSchema>;

export const validatorPrompt: Prompt = {
  name: `validator@${validator.version} global@${global.version}`,
  instructions: [...global.text, '', ...validator.text].join('\n'),
};

export type ActionToValidate = AskedFor & {
  /** The person's own words: the sentence, and their answers. */
  readonly said: readonly string[];
  readonly step: { readonly says: string; readonly action: string; readonly args: ArgTemplate };
  /** There are words of others in it, which stay on this computer. */
  readonly onlyHere: boolean;
};

/**
 * Has one step of a plan looked at a second time, before the person sees a card of it. It is a word beside the rules,
 * which are asked all the same: it can make a step less sure, and nothing else.
 */
export async function validateAction(
  router: Pick<ModelRouter, 'ask'>,
  { said, step, ...about }: ActionToValidate,
): Promise<Result<Verdict>> {
  const { says, action, args } = step;
  const verdict = await router.ask(
    {
      ...about,
      purpose: 'validate',
      demand: { complexity: 'simple', latency: 'waiting', risk: 'L3' },
      prompt: validatorPrompt,
      input: JSON.stringify({ said, step: { says, action, args } }),
    },
    { name: 'verdict', schema: VerdictSchema },
  );
  return verdict.ok ? { ok: true, value: verdict.value.value } : verdict;
}
