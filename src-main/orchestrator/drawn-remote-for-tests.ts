import { z } from 'zod';
import type { Action, ActionContext } from '#connectors/sdk/action.ts';
import { type Connector, defineConnector } from '#connectors/sdk/connector.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import type { Effect } from '#contract/model/effect.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import { type DrawnPlan, type DrawnStep, entryOf, RISKS, type Verb } from '#main/orchestrator/drawn-plan-for-tests.ts';

const EntrySchema = z.strictObject({ entry: z.string(), yields: z.number() });
type Entry = z.infer<typeof EntrySchema>;
type Context = ActionContext<unknown>;

/** A world outside that does whatever it is asked, as often as it is asked, and remembers; its moods are drawn. */
export type DrawnRemote = {
  readonly connectors: readonly Connector[];
  /** How often each key was done. */
  readonly done: ReadonlyMap<string, number>;
  /** How often each key was taken back. */
  readonly undone: ReadonlyMap<string, number>;
};

export function openDrawnRemote(plans: readonly DrawnPlan[]): DrawnRemote {
  const steps = new Map(plans.flatMap((plan, n) => plan.steps.map((step) => [entryOf(n, step.id), step] as const)));
  const tried = new Map<string, number>();
  const done = new Map<string, number>();
  const undone = new Map<string, number>();

  function find(entry: string): DrawnStep {
    const step = steps.get(entry);
    if (!step) throw new Error(`Nothing was drawn for “${entry}”.`);
    return step;
  }

  async function run(provider: string, verb: Verb, { entry, yields }: Entry, context: Context): Promise<Result<Entry>> {
    if (context.mode !== 'execute') return succeed({ entry, yields });
    const step = find(entry);
    const mood = step.tries[countUp(tried, context.key) - 1] ?? 'well';
    await pass(step.turns);
    if (mood === 'later') return fail({ kind: 'rate-limited', retryAfterSeconds: 5 });
    if (mood === 'never') return fail({ kind: 'not-found', what: entry });
    if (mood === 'cut-before') return fail({ kind: 'outcome-unknown', service: provider });
    if (verb !== 'look') countUp(done, context.key);
    await pass(step.turns);
    return mood === 'cut-after' ? fail({ kind: 'outcome-unknown', service: provider }) : succeed({ entry, yields });
  }

  const findEarlier = async (input: Entry, { key }: Context): Promise<Result<Entry | null>> => {
    await pass(find(input.entry).turns);
    return succeed(done.has(key) ? input : null);
  };
  const undo = async ({ entry }: Entry, { key, mode }: Context): Promise<Result<null>> => {
    await pass(find(entry).turns);
    if (mode === 'execute') countUp(undone, key);
    return succeed(null);
  };

  const action = (provider: string, verb: Verb): Action =>
    defineAction({
      name: `${provider}.${verb}`,
      title: `${verb} an entry`,
      input: EntrySchema,
      output: EntrySchema,
      risk: RISKS[verb],
      scopes: [],
      delivery: verb === 'drop' ? 'needs-a-check' : 'exactly-once',
      labels: { entry: 'Entry', yields: 'Yields' },
      effect: () => (verb === 'look' ? nothing : own),
      describe: ({ entry }) => ({ title: `${verb} “${entry}”`, differences: [], undo: 'As you like.' }),
      report: ({ entry }) => ({ says: `“${entry}” is done.`, lines: [] }),
      run: (input, context) => run(provider, verb, input, context),
      ...(verb === 'put' || verb === 'sign' ? { findEarlier } : {}),
      ...(verb === 'look' ? {} : { undo }),
    });

  const connector = (provider: string, lives: Connector['lives']): Connector =>
    defineConnector({
      ...{ provider, lives, title: provider, says: 'Stands for every service.', files: [] },
      actions: (['look', 'put', 'drop', 'sign'] as const).map((verb) => action(provider, verb)),
    });

  return { connectors: [connector('left', 'computer'), connector('far', 'account')], done, undone };
}

const nothing: Effect = { kind: 'none', audience: 'nobody', recipients: [], reversible: 'no' };
const own: Effect = { kind: 'setting', audience: 'self', recipients: [], reversible: 'yes' };

function countUp(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

/** Lets so many turns of the event loop go by. */
export async function pass(turns: number): Promise<void> {
  for (let n = 0; n < turns; n += 1) await new Promise((resolve) => setImmediate(resolve));
}
