import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Action, ActionContext, Folder } from '#connectors/sdk/action.ts';
import { type Connector, defineConnector } from '#connectors/sdk/connector.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import type { Effect } from '#contract/model/effect.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';
import { postBox } from '#main/post-box-for-tests.ts';

/** What the ledger does with one entry where it does not simply work. */
export type Mood =
  | 'throws-before'
  | 'throws-after'
  | 'unknown-before'
  | 'unknown-after'
  | 'needs-reconnect'
  | 'rate-limited'
  | 'unreachable'
  | 'only-claims'
  | 'answers-nonsense'
  | 'fails-to-undo';

/** A request that is out and stays out. `arrived` resolves once it stands there. */
export type Hold = { readonly arrived: Promise<void>; release(): void };

/**
 * A real connector whose effects are lines in a real file, so that a test sees what was done, how
 * often, and what was taken back. It never looks whether a line is there already: an effect that the
 * core asks for twice stands there twice.
 */
export type Ledger = {
  readonly connectors: readonly Connector[];
  treat(entry: string, mood: Mood | 'well'): void;
  hold(entry: string, where?: 'before' | 'after'): Hold;
  /** Calls `listener` right before and right after the file changes. */
  watch(listener: (moment: string) => void): void;
};

const ROWS = 'rows.jsonl';
const VERSION = 'version.txt';

const RowSchema = z.object({ key: z.string(), entry: z.string(), text: z.string() });
type Row = z.infer<typeof RowSchema>;

const InputSchema = z.strictObject({ entry: z.string().min(1), text: z.string().default('as usual') });
const OutputSchema = z.strictObject({ entry: z.string(), text: z.string(), key: z.string() });
type Input = z.infer<typeof InputSchema>;
type Output = z.infer<typeof OutputSchema>;

const parseRows = (bytes: Uint8Array | string): Row[] =>
  bytes
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => RowSchema.parse(JSON.parse(line)));

/** Every effect that stands, as it is on disk. */
export function rowsIn(dataFolder: string): Row[] {
  const path = join(dataFolder, 'ledger', ROWS);
  return existsSync(path) ? parseRows(readFileSync(path)) : [];
}

export const entriesIn = (dataFolder: string): string[] => rowsIn(dataFolder).map(({ entry }) => entry);

/** The person rewrites what stands under an entry, in an editor of their own. */
export function rewriteEntry(dataFolder: string, entry: string, text: string): void {
  const rows = rowsIn(dataFolder).map((row) => (row.entry === entry ? { ...row, text } : row));
  writeFileSync(join(dataFolder, 'ledger', ROWS), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

/** Somebody else alters what the ledger's actions look at before they ask. */
export function touchLedger(dataFolder: string, version: string): void {
  mkdirSync(join(dataFolder, 'ledger'), { recursive: true });
  writeFileSync(join(dataFolder, 'ledger', VERSION), version);
}

export function createLedger(): Ledger {
  const moods = new Map<string, Mood>();
  const holds = new Map<string, { arrive(): void; released: Promise<void> }>();
  let tell = (_moment: string) => {};

  async function stand(entry: string, where: 'before' | 'after'): Promise<void> {
    const hold = holds.get(`${where} ${entry}`);
    hold?.arrive();
    await hold?.released;
  }

  async function put(input: Input, context: ActionContext<unknown>): Promise<Result<Output>> {
    const { entry, text } = input;
    const mood = moods.get(entry);
    if (mood === 'throws-before') throw new Error('The ledger is closed.');
    if (mood === 'needs-reconnect') return fail({ kind: 'needs-reconnect', provider: 'ledger' });
    if (mood === 'rate-limited') return fail({ kind: 'rate-limited', retryAfterSeconds: 30 });
    if (mood === 'unreachable') return fail({ kind: 'unreachable', service: 'Ledger' });
    if (mood === 'unknown-before') return fail({ kind: 'outcome-unknown', service: 'ledger' });
    if (mood === 'only-claims') return succeed({ entry, text, key: context.key });
    if (context.mode === 'dry-run') return succeed({ entry, text, key: context.key });
    await stand(entry, 'before');
    tell(`before ${entry}`);
    await changeRows(context.folder, (rows) => [...rows, { key: context.key, entry, text }]);
    tell(`after ${entry}`);
    await stand(entry, 'after');
    if (mood === 'throws-after') throw new Error('The ledger fell shut.');
    if (mood === 'unknown-after') return fail({ kind: 'outcome-unknown', service: 'ledger' });
    // What the type forbids is just what is tried: an answer that does not fit the action's own schema.
    if (mood === 'answers-nonsense') return succeed({ entry, text, key: 1 } as unknown as Output);
    return succeed({ entry, text, key: context.key });
  }

  async function takeBack({ entry, text, key }: Output, context: ActionContext<unknown>): Promise<Result<null>> {
    const { folder, mode, overwrite, attach } = context;
    if (moods.get(entry) === 'fails-to-undo') return fail({ kind: 'unreachable', service: 'Ledger' });
    const standing = (await readRows(folder)).find((row) => row.key === key);
    if (standing && standing.text !== text && !overwrite) return fail({ kind: 'changed-since', what: `“${entry}”` });
    if (mode !== 'execute') return succeed(null);
    if (standing && standing.text !== text) {
      await attach({ name: `Your ${entry}.txt`, mediaType: 'text/plain', bytes: standing.text });
    }
    await stand(`undo ${entry}`, 'before');
    tell(`before undo ${entry}`);
    await changeRows(folder, (rows) => rows.filter((row) => row.key !== key));
    tell(`after undo ${entry}`);
    await stand(`undo ${entry}`, 'after');
    return succeed(null);
  }

  const readBack = async ({ key }: Output, { folder }: ActionContext<unknown>) =>
    succeed((await readRows(folder)).some((row) => row.key === key));

  const parts: Parts = { put, takeBack, readBack, stand, moodOf: (entry) => moods.get(entry) };
  return {
    connectors: [ledgerConnector(parts), postBox(() => moods.get('post-box') === 'unreachable')],
    treat: (entry, mood) => (mood === 'well' ? moods.delete(entry) : moods.set(entry, mood)),
    hold(entry, where = 'before') {
      const arrival = Promise.withResolvers<void>();
      const release = Promise.withResolvers<void>();
      const place = `${where} ${entry}`;
      holds.set(place, { arrive: arrival.resolve, released: release.promise });
      return {
        arrived: arrival.promise,
        release() {
          holds.delete(place);
          release.resolve();
        },
      };
    },
    watch(listener) {
      tell = listener;
    },
  };
}

type Parts = {
  put(input: Input, context: ActionContext<unknown>): Promise<Result<Output>>;
  takeBack(output: Output, context: ActionContext<unknown>): Promise<Result<null>>;
  readBack(output: Output, context: ActionContext<unknown>): Promise<Result<boolean>>;
  stand(entry: string, where: 'before' | 'after'): Promise<void>;
  moodOf(entry: string): Mood | undefined;
};

function ledgerConnector(parts: Parts): Connector {
  const whole = { findEarlier, readBack: parts.readBack, undo: parts.takeBack };
  const own: Omit<Effect, 'kind'> = { audience: 'self', recipients: [], reversible: 'yes' };
  const theirs: Omit<Effect, 'kind'> = { audience: 'known', recipients: [], reversible: 'no' };
  return defineConnector({
    provider: 'ledger',
    title: 'Ledger',
    says: 'Writes lines into a file.',
    lives: 'computer',
    files: [{ name: ROWS, title: 'All lines', mediaType: 'application/jsonl' }],
    actions: [
      readAction(parts),
      writing(parts, 'draft', 'L1', () => ({ ...own, kind: 'draft', audience: 'nobody' }), {
        ...whole,
        async run(input, context) {
          await context.attach({ name: `${input.entry}.txt`, mediaType: 'text/plain', bytes: input.text });
          return parts.put(input, context);
        },
      }),
      writing(parts, 'write', 'L2', () => ({ ...own, kind: 'setting' }), { ...whole, look }),
      writing(parts, 'lend', 'L2', () => ({ ...own, kind: 'setting', reversible: 'until', until: LENT_UNTIL }), whole),
      writing(parts, 'send', 'L2', ({ text }) => ({ ...theirs, kind: 'message', recipients: [text] })),
      writing(parts, 'pay', 'L3', () => ({ ...theirs, kind: 'payment', money: { minor: 500, currency: 'EUR' } }), {
        findEarlier,
      }),
    ],
  });
}

/** Until then what was lent can be taken back. */
export const LENT_UNTIL = '2026-11-25T10:00:00.000Z';

type Abilities = Partial<
  Pick<
    Parameters<typeof defineAction<typeof InputSchema, typeof OutputSchema, { version: string } | null>>[0],
    'look' | 'run' | 'findEarlier' | 'readBack' | 'undo'
  >
>;

function writing(
  parts: Parts,
  verb: string,
  risk: RiskTier,
  effect: (input: Input) => Effect,
  abilities: Abilities = {},
): Action {
  return defineAction<typeof InputSchema, typeof OutputSchema, { version: string } | null>({
    name: `ledger.${verb}`,
    title: `${verb} a line`,
    input: InputSchema,
    output: OutputSchema,
    risk,
    scopes: [],
    delivery: abilities.findEarlier ? 'exactly-once' : 'needs-a-check',
    labels: { entry: 'Entry', text: 'Text' },
    effect,
    describe: ({ entry, text }, before) => ({
      title: `${verb} “${entry}”`,
      differences: [{ label: 'Text', before: before?.version ?? null, after: text }],
      undo: abilities.undo ? 'The line is taken out again.' : 'This can’t be taken back.',
    }),
    report: ({ entry }) => ({ says: `“${entry}” stands in the ledger.`, lines: [] }),
    run: parts.put,
    ...abilities,
  });
}

function readAction({ stand, moodOf }: Parts): Action {
  return defineAction({
    name: 'ledger.read',
    title: 'Read the ledger',
    input: InputSchema,
    output: z.strictObject({ entries: z.array(z.string()), count: z.number(), first: z.string().nullable() }),
    risk: 'L0',
    scopes: [],
    delivery: 'exactly-once',
    labels: { entry: 'Entry' },
    effect: () => ({ kind: 'none', audience: 'nobody', recipients: [], reversible: 'no' }),
    describe: ({ entry }) => ({ title: `Look for “${entry}”`, differences: [], undo: 'Nothing changes.' }),
    report: ({ entries }) => ({ says: `${entries.length} lines.`, lines: entries }),
    async run({ entry }, { folder }) {
      await stand(entry, 'before');
      if (moodOf(entry) === 'throws-before') throw new Error('The ledger is closed.');
      if (moodOf(entry) === 'rate-limited') return fail({ kind: 'rate-limited', retryAfterSeconds: 30 });
      const entries = (await readRows(folder)).map((row) => row.entry);
      return succeed({ entries, count: entries.length, first: entries[0] ?? null });
    },
  });
}

async function look(
  _input: Input,
  { folder }: { folder: Folder },
): Promise<Result<{ before: { version: string } | null; version: string }>> {
  const bytes = await folder.read(VERSION);
  const version = bytes ? Buffer.from(bytes).toString() : 'first';
  return succeed({ before: { version }, version });
}

async function findEarlier(_input: Input, { folder, key }: ActionContext<unknown>): Promise<Result<Output | null>> {
  const row = (await readRows(folder)).find((each) => each.key === key);
  return succeed(row ?? null);
}

async function readRows(folder: Folder): Promise<Row[]> {
  const bytes = await folder.read(ROWS);
  return bytes ? parseRows(Buffer.from(bytes)) : [];
}

function changeRows(folder: Folder, change: (rows: Row[]) => Row[]): Promise<void> {
  return folder.exclusively(async () => {
    const rows = change(await readRows(folder));
    await folder.write(ROWS, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  });
}
