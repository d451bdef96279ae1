import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from '#connectors/sdk/account.ts';
import type { Action, ActionContext, Mode, Surroundings, View } from '#connectors/sdk/action.ts';
import { breakOnce } from '#connectors/sdk/break-once.testsuite.ts';
import type { Connector } from '#connectors/sdk/connector.ts';
import { openFolder } from '#connectors/sdk/local-folder.ts';
import { createMemoryAlarms } from '#connectors/sdk/memory-alarms.ts';
import { parseInput } from '#connectors/sdk/parse-input.ts';
import type { ActionName } from '#contract/model/action-name.ts';
import { type Json, JsonSchema } from '#contract/model/json.ts';
import type { Result } from '#contract/model/result.ts';
import type { Schedule } from '#contract/model/schedule.ts';

export const trialView: View = { now: '2026-11-25T12:00:00.000Z', timeZone: 'Europe/Lisbon', locale: 'en-GB' };

/** Everything that an action can leave behind, byte for byte, hidden files included. */
export type Snapshot = {
  readonly files: Readonly<Record<string, string>>;
  readonly alarms: readonly Schedule[];
  /** What stands at the service; null for what lives on this computer. */
  readonly service: Json;
};

/** What may be wrong with a service: its password was changed, nobody answers, it is busy, it talks nonsense. */
export type ServiceTrouble = 'revoked' | 'down' | 'busy' | 'garbled';

/** A real service with an account of its own for one trial. */
export type TrialService = {
  readonly account: Account;
  /** Everything that stands there by content, whatever numbers the service gives it. */
  snapshot(): Promise<Json>;
  /** Breaks off at the next change that is asked of it: before it is made, or once it is made and before it says so. */
  cut(when: 'before' | 'after'): void;
  hasCut(): boolean;
  /** Null: all is well again. */
  be(trouble: ServiceTrouble | null): void;
  close(): Promise<void>;
};

export type Broken = { readonly surroundings: Surroundings; hasBroken(): boolean };

/** One fresh world: a real folder, an alarm list, a clock that stands still, and the service of an account. */
export type TrialWorld = {
  readonly surroundings: Surroundings;
  readonly service: TrialService | null;
  /** The same world, in which the next change of anything breaks off. */
  breakOnce(when: 'before' | 'after'): Broken;
  snapshot(): Promise<Snapshot>;
  /** Does an action of the connector under a key of its own; throws when it fails. */
  run(action: ActionName, input: unknown): Promise<Json>;
  close(): Promise<void>;
};

/** A trial in a fresh world, with its input parsed and its look taken. */
export type OpenTrial = {
  readonly world: TrialWorld;
  readonly input: Json;
  readonly before: Json;
  readonly version: string;
};

export async function openTrialWorld(
  connector: Connector,
  openService?: () => Promise<TrialService>,
): Promise<TrialWorld> {
  const service = openService ? await openService() : null;
  const home = await mkdtemp(join(tmpdir(), 'life-os-trial-'));
  const path = join(home, connector.provider);
  const surroundings: Surroundings = {
    view: trialView,
    folder: openFolder(path),
    alarms: createMemoryAlarms(() => trialView.now),
    // Only the service of an account is there to be reached, on this computer.
    fetch: service ? globalThis.fetch : () => Promise.reject(new Error('There is no network in a trial.')),
    signal: new AbortController().signal,
    account: service?.account ?? null,
    knows: (address) => address === 'known@example.com',
  };
  let runs = 0;
  return {
    surroundings,
    service,
    breakOnce(when) {
      if (service === null) return breakOnce(surroundings, when);
      service.cut(when);
      return { surroundings, hasBroken: () => service.hasCut() };
    },
    snapshot: async () => ({
      files: await readAll(path),
      alarms: await surroundings.alarms.list(),
      service: service ? await service.snapshot() : null,
    }),
    async run(name, raw) {
      const action = actionOf(connector, name);
      const { input, before } = await takeUp(action, raw, surroundings);
      runs += 1;
      const context = contextOf(surroundings, { mode: 'execute', key: `earlier-${runs}.step`, before });
      return outputOf(action, await action.run(input, context));
    },
    async close() {
      await service?.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

export function actionOf(connector: Connector, name: ActionName): Action {
  const action = connector.actions.find((each) => each.name === name);
  if (!action) throw new Error(`The connector ${connector.provider} has no action ${name}.`);
  return action;
}

/** Parses and looks, and hands both on as they come back from the database. */
export async function takeUp(
  action: Action,
  raw: unknown,
  surroundings: Surroundings,
): Promise<{ input: Json; before: Json; version: string }> {
  const input = answerOf(parseInput(action, raw));
  const looked = action.look ? answerOf(await action.look(input, surroundings)) : { before: null, version: '' };
  return { input: asStored(input), before: asStored(looked.before), version: looked.version };
}

export const contextOf = (
  surroundings: Surroundings,
  call: { mode: Mode; key: string; before: Json; overwrite?: boolean; attach?: ActionContext<Json>['attach'] },
): ActionContext<Json> => ({ attach: async () => {}, overwrite: false, ...surroundings, ...call });

export const outputOf = (action: Action, result: Result<unknown>): Json =>
  asStored(action.output.pipe(JsonSchema).parse(answerOf(result)));

export function answerOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`It answered with the failure ${JSON.stringify(result.failure)}.`);
  return result.value;
}

/** What is left of a value once it has been written down as JSON. */
const asStored = (value: Json): Json => JSON.parse(JSON.stringify(value));

async function readAll(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder).catch(() => []);
  const read = async (name: string) => [name, await readFile(join(folder, name), 'latin1')] as const;
  return Object.fromEntries(await Promise.all(names.sort().map(read)));
}
