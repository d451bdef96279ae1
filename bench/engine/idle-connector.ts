import { z } from 'zod';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { succeed } from '#contract/model/result.ts';
import { IDLE_ACTION } from './shapes.ts';

const Text = z.strictObject({ text: z.string() });

/** One safe action that does nothing but answer, so that what is measured is the engine around it. */
export const idleConnector = defineConnector({
  provider: 'idle',
  title: 'Idle',
  says: 'Answers and does nothing else.',
  lives: 'computer',
  files: [],
  actions: [
    defineAction({
      name: IDLE_ACTION,
      title: 'Answer',
      input: Text,
      output: Text,
      risk: 'L1',
      scopes: [],
      delivery: 'exactly-once',
      labels: { text: 'Text' },
      effect: () => ({ kind: 'draft', audience: 'nobody', recipients: [], reversible: 'yes' }),
      describe: ({ text }) => ({ title: text, differences: [], undo: 'There is nothing to take back.' }),
      report: ({ text }) => ({ says: text, lines: [] }),
      run: async ({ text }) => succeed({ text }),
      findEarlier: async () => succeed(null),
    }),
  ],
});
