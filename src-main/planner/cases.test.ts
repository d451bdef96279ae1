import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { PlanningOutcome } from '#contract/model/plan.ts';
import { makePlan } from '#main/planner/make-plan.ts';
import { catalogueOf, expectSound, request } from '#main/planner/planner.testsuite.ts';

/** One sentence, what is answered to the questions that it leads to, and what it comes to in the end. */
const CaseSchema = z.strictObject({
  says: z.string(),
  thenAnswers: z.array(z.string()).default([]),
  /** The steps in order: the action and its arguments. “found:/event/uid” is what an earlier step found. */
  does: z.array(z.record(z.string(), z.record(z.string(), z.unknown()))).optional(),
  leavesOut: z.array(z.string()).default([]),
  isAsked: z.string().optional(),
  offers: z.array(z.string()).optional(),
  isTold: z.enum(['planned', 'refused', 'not-understood', 'conversation']).optional(),
});

type Catalogue = ReturnType<typeof catalogueOf>;

const folder = new URL('./cases/', import.meta.url);
const onComputer: Catalogue = catalogueOf(({ lives }) => lives === 'computer');

for (const file of readdirSync(folder)) {
  // `work-in-slack.json`: an account of Slack is connected beside what is on this computer.
  const [, account] = /^work-in-(.+)\.json$/.exec(file) ?? [];
  const catalogue = catalogueOf(({ lives, provider }) => lives === 'computer' || provider === account);
  describe(file.replace('.json', '').replaceAll('-', ' '), () => {
    const cases = z.array(CaseSchema).parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
    for (const { says, thenAnswers, ...wanted } of cases) {
      test([says, ...thenAnswers].join(' → '), () => {
        const outcome = converse(says, thenAnswers, catalogue);
        expectSound(outcome);
        expect(summary(outcome)).toEqual(wanted);
      });
    }
  });
}

test.each([
  ['post in #general that I’m running late', 'Slack isn’t connected yet'],
  ['search Notion for recipes', 'Notion isn’t connected yet'],
])('“%s” is understood where it isn’t connected too', (says, told) => {
  expect(converse(says, [], onComputer)).toMatchObject({ kind: 'answer', says: expect.stringContaining(told) });
});

/** Says the sentence, and answers each question in turn. */
function converse(says: string, replies: readonly string[], catalogue: Catalogue): PlanningOutcome {
  const answers: { questionId: string; text: string }[] = [];
  let outcome = makePlan(request(says, { catalogue }));
  for (const text of replies) {
    if (outcome.kind !== 'question') throw new Error(`Nothing was asked that “${text}” could answer.`);
    answers.push({ questionId: outcome.question.id, text });
    outcome = makePlan(request(says, { answers, catalogue }));
  }
  return outcome;
}

function summary(outcome: PlanningOutcome): object {
  switch (outcome.kind) {
    case 'plan': {
      const { steps, leftOut } = outcome.plan;
      return {
        does: steps.map(({ action, args }) => ({ [action]: withoutZone(args) })),
        leavesOut: leftOut.map(({ reason, text }) => `${reason}: ${text}`),
      };
    }
    case 'question': {
      const { says, choices } = outcome.question;
      return { isAsked: says, leavesOut: [], ...(choices.length > 0 ? { offers: choices } : {}) };
    }
    case 'answer':
      return { isTold: outcome.reason, leavesOut: [] };
  }
}

/** The zone is always the person's own, and a reference is written as a short text. */
function withoutZone(args: unknown): unknown {
  const short = z.object({ from: z.string(), path: z.string() }).strict();
  const plain = (value: unknown): unknown => {
    const reference = short.safeParse(value);
    if (reference.success) return `found:${reference.data.path}`;
    return Array.isArray(value) ? value.map(plain) : value;
  };
  const fields = Object.entries(z.record(z.string(), z.unknown()).parse(args));
  return Object.fromEntries(
    fields.filter(([name]) => name !== 'timeZone').map(([name, value]) => [name, plain(value)]),
  );
}
