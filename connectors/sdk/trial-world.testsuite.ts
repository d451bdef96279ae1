import { lstat, mkdir, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from '#connectors/sdk/account.ts';
import type { Action, ActionContext, Mode, Surroundings, View } from '#connectors/sdk/action.ts';
import { breakOnce } from '#connectors/sdk/break-once.testsuite.ts';
import type { Connector } from '#connectors/sdk/connector.ts';
import { openFolder } from '#connectors/sdk/local-folder.ts';
import { createMemoryAlarms } from '#connectors/sdk/memory-alarms.ts';
import { parseInput } from '#connectors/sdk/parse-input.ts';
import { openPlaces } from '#connectors/sdk/places/open-places.ts';
import type { ActionName } from '#contract/model/action-name.ts';
import { type Json, JsonSchema } from '#contract/model/json.ts';
import type { Result } from '#contract/model/result.ts';
import type { Schedule } from '#contract/model/schedule.ts';

export const trialView: View = { now: '2026-11-25T12:00:00.000Z', timeZone: 'Europe/Lisbon', locale: 'en-GB' };

/** Everything that an action can leave behind, byte for byte, hidden files included. */
export type Snapshot = {
  readonly files: Readonly<Record<string, string>>;
  readonly alarms: readonly Schedule[];
  /** The person's own folders that are picked, with what lies in them and in the trash, and since when. */
  readonly picked: Readonly<Record<string, string>>;
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
  /** Takes the next change that is asked of it and never answers; `hasCut` tells when. Absent where that can't be done. */
  fallSilent?(): void;
  /** Lets whoever signs in do nothing any more, as when a permission was taken back. Absent where a password opens all. */
  narrow?(): void;
  /** Null: all is well again. */
  be(trouble: ServiceTrouble | null): void;
  close(): Promise<void>;
};

export type Broken = { readonly surroundings: Surroundings; hasBroken(): boolean };

/** One fresh world: a real folder, an alarm list, a clock that stands still, and the service of an account. */
export type TrialWorld = {
  readonly surroundings: Surroundings;
  readonly service: TrialService | null;
  /** Where the picked folders `Downloads` and `Documents` lie. */
  readonly home: string;
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
  const home = await realpath(await mkdtemp(join(tmpdir(), 'life-os-trial-')));
  const own = join(home, 'person');
  const folders = ['Downloads', 'Documents'].map((name) => ({ name, path: join(own, name) }));
  for (const { path: folder } of folders) await mkdir(folder, { recursive: true });
  const path = join(home, connector.provider);
  const surroundings: Surroundings = {
    view: trialView,
    folder: openFolder(path),
    alarms: createMemoryAlarms(() => trialView.now),
    // Only the service of an account is there to be reached, on this computer.
    fetch: service ? globalThis.fetch : () => Promise.reject(new Error('There is no network in a trial.')),
    signal: new AbortController().signal,
    account: service?.account ?? null,
    places: openPlaces({ folders: () => folders, homeTrash: join(own, 'Trash') }),
    knows: (address) => address === 'known@example.com',
  };
  let runs = 0;
  return {
    surroundings,
    service,
    home: own,
    breakOnce(when) {
      if (service === null) return breakOnce(surroundings, when);
      service.cut(when);
      return { surroundings, hasBroken: () => service.hasCut() };
    },
    snapshot: async () => ({
      files: await readAll(path),
      alarms: await surroundings.alarms.list(),
      picked: await readTree(own),
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

/** A way in the person's folders, with the content of a file and when it was last changed; of an empty trash nothing. */
async function readTree(folder: string, way = ''): Promise<Record<string, string>> {
  const tree: Record<string, string> = {};
  for (const name of (await readdir(join(folder, way))).sort()) {
    const [at, path] = [`${way}/${name}`, join(folder, way, name)];
    const stats = await lstat(path, { bigint: true });
    // A note in the trash says itself when it was made.
    const since = name.endsWith('.trashinfo') ? '' : `${stats.mtimeNs} `;
    if (stats.isFile()) tree[at] = `${since}${await readFile(path, 'latin1')}`;
    else if (!stats.isDirectory()) tree[at] = 'a link or the like';
    else if (/^\/Trash(\/(files|info))?$/.test(at)) Object.assign(tree, await readTree(folder, at));
    else Object.assign(tree, { [`${at}/`]: '' }, await readTree(folder, at));
  }
  return tree;
}
