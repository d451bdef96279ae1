import type { PlanAnswer } from '#main/roles/create-plan.ts';

type Step = Partial<Omit<PlanAnswer['steps'][number], 'args'>> & { readonly action: string; readonly args: object };

/** A sentence that what is built in does not understand. */
export const RIDDLE = 'The fridge wants oat milk, honestly';

/** What a model answers with a plan, as the text that it sends. */
export const planAnswer = (...steps: Step[]): string =>
  JSON.stringify({
    outcome: 'plan',
    goal: 'Do what was said',
    says: '',
    choices: [],
    steps: steps.map(({ args, ...step }, at) => ({
      id: `step-${at + 1}`,
      says: 'Do it',
      dependsOn: [],
      risk: 'L0',
      confidence: 0.95,
      domain: 'everyday',
      ...step,
      args: JSON.stringify(args),
    })),
    leftOut: [],
  });

export const addOatMilk = planAnswer({
  action: 'lists.add-items',
  args: { list: 'Shopping', items: ['oat milk'] },
  says: 'Add to your list “Shopping”: oat milk',
  domain: 'shopping-food',
});

export const otherAnswer = (more: Partial<PlanAnswer>): string =>
  JSON.stringify({ outcome: 'cannot', goal: '', says: '', choices: [], steps: [], leftOut: [], ...more });
