import { expect, test } from 'vitest';
import { makePlan } from '#main/planner/make-plan.ts';
import { request } from '#main/planner/planner.testsuite.ts';

test.each([
  ['draft an email to ana@example.com that I’ll be late', ['communication']],
  ['add milk to the shopping list', ['shopping-food']],
  ['put dentist on Thursday at 3pm', ['health']],
  ['remind me to pay the rent on the 1st of every month', ['finance']],
  ['put the parenting talk on Thursday at 3pm', ['everyday']],
  ['remind me tomorrow at 9 to raise my credit limit', ['finance']],
  [
    'put dentist on Thursday at 3pm and draft an email to ana@example.com that I’ll be late',
    ['health', 'communication'],
  ],
])('“%s” belongs to %j', (says, domains) => {
  const outcome = makePlan(request(says));
  expect(outcome.kind === 'plan' && outcome.plan.steps.map(({ domain }) => domain)).toEqual(domains);
});
