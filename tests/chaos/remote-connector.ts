import { z } from 'zod';
import type { Action, ActionContext } from '#connectors/sdk/action.ts';
import { type Connector, defineConnector } from '#connectors/sdk/connector.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import type { Effect } from '#contract/model/effect.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';

const InputSchema = z.strictObject({ entry: z.string() });
const OutputSchema = z.strictObject({ entry: z.string() });
type Entry = z.infer<typeof InputSchema>;

/** Called right before a request leaves and right after its answer came. */
export type Watch = (moment: 'call' | 'answer') => void;

/** Talks to the remote of the tests. `send` can neither be looked up nor taken back, like most mail. */
export function remoteConnector(origin: string, watch: Watch): Connector {
  async function post(path: string, body: object): Promise<unknown> {
    watch('call');
    const response = await fetch(`${origin}${path}`, { method: 'POST', body: JSON.stringify(body) });
    const answer = await response.json();
    watch('answer');
    return answer;
  }

  async function run({ entry }: Entry, { key }: ActionContext<unknown>): Promise<Result<Entry>> {
    try {
      await post('/do', { key, entry });
      return succeed({ entry });
    } catch {
      return fail({ kind: 'outcome-unknown', service: 'remote' });
    }
  }
  async function findEarlier({ entry }: Entry, { key }: ActionContext<unknown>): Promise<Result<Entry | null>> {
    return succeed((await post('/find', { key, entry })) === true ? { entry } : null);
  }
  async function undo({ entry }: Entry, { key }: ActionContext<unknown>): Promise<Result<null>> {
    // Twice is once, so a cut connection is simply tried again.
    await post('/undo', { key, entry }).catch(() => post('/undo', { key, entry }));
    return succeed(null);
  }

  const acting = (verb: string, risk: RiskTier, effect: Effect, abilities: Abilities): Action =>
    defineAction({
      name: `remote.${verb}`,
      title: `${verb} an entry`,
      input: InputSchema,
      output: OutputSchema,
      risk,
      scopes: [],
      delivery: abilities.findEarlier ? 'exactly-once' : 'needs-a-check',
      labels: { entry: 'Entry' },
      effect: () => effect,
      describe: ({ entry }) => ({ title: `${verb} “${entry}”`, differences: [], undo: 'As you like.' }),
      report: ({ entry }) => ({ says: `“${entry}” is done.`, lines: [] }),
      run,
      ...abilities,
    });

  return defineConnector({
    provider: 'remote',
    title: 'Remote',
    says: 'Stands for every service.',
    lives: 'computer',
    files: [],
    actions: [
      acting(
        'put',
        'L2',
        { kind: 'setting', audience: 'self', recipients: [], reversible: 'yes' },
        { findEarlier, undo },
      ),
      acting('send', 'L2', { kind: 'message', audience: 'known', recipients: ['ana'], reversible: 'no' }, {}),
      acting(
        'book',
        'L3',
        { kind: 'event', audience: 'known', recipients: ['ana'], reversible: 'yes' },
        { findEarlier, undo },
      ),
    ],
  });
}

type Abilities = {
  findEarlier?(input: Entry, context: ActionContext<unknown>): Promise<Result<Entry | null>>;
  undo?(output: Entry, context: ActionContext<unknown>): Promise<Result<null>>;
};
