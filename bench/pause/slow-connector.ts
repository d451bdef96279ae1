import { z } from 'zod';
import { type Connector, defineConnector } from '#connectors/sdk/connector.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import type { PlannedStep, PlanningOutcome } from '#contract/model/plan.ts';
import { fail, succeed } from '#contract/model/result.ts';

const Text = z.strictObject({ text: z.string() });
const ASK = 'slow.ask';
/** As many as the core lets out over all services. */
const AT_ONCE = 128;
const SIDE_BY_SIDE = 4;
const ONE_AFTER_ANOTHER = 25;

/** Steps side by side, each line so long that no run ends while it is measured. */
export const longPlan: PlanningOutcome = {
  kind: 'plan',
  plan: { goal: 'Ask again and again', madeBy: 'built-in', steps: linesOfSteps(), leftOut: [] },
};

function linesOfSteps(): PlannedStep[] {
  return Array.from({ length: SIDE_BY_SIDE }, (_, line) =>
    Array.from(
      { length: ONE_AFTER_ANOTHER },
      (_, n): PlannedStep => ({
        id: `line-${line}-${n}`,
        says: `Ask for the ${n + 1}. time`,
        action: ASK,
        args: { text: `Question ${n + 1} of line ${line + 1}` },
        dependsOn: n === 0 ? [] : [`line-${line}-${n - 1}`],
        risk: 'L1',
      }),
    ),
  ).flat();
}

/** One safe action whose effect is a request to a service that takes its time. */
export const slowConnector = (origin: string): Connector =>
  defineConnector({
    provider: 'slow',
    title: 'Slow',
    says: 'Asks a service that takes its time.',
    lives: 'computer',
    atOnce: AT_ONCE,
    files: [],
    actions: [
      defineAction({
        name: ASK,
        title: 'Ask',
        input: Text,
        output: Text,
        risk: 'L1',
        scopes: [],
        delivery: 'exactly-once',
        labels: { text: 'Text' },
        effect: () => ({ kind: 'draft', audience: 'nobody', recipients: [], reversible: 'yes' }),
        describe: ({ text }) => ({ title: text, differences: [], undo: 'There is nothing to take back.' }),
        report: ({ text }) => ({ says: text, lines: [] }),
        async run({ text }, { fetch, signal }) {
          const answer = await fetch(origin, { method: 'POST', body: text, signal });
          await answer.text();
          return answer.ok ? succeed({ text }) : fail({ kind: 'unreachable', service: 'Slow' });
        },
        findEarlier: async () => succeed(null),
      }),
    ],
  });
