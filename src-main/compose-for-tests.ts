import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import type { Connector } from '#connectors/sdk/connector.ts';
import type { RunDetail } from '#contract/api/workflows.ts';
import type { PlannedStep, PlanningOutcome } from '#contract/model/plan.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import type { router } from '#main/api/router.ts';
import { showRun } from '#main/api/show-run.ts';
import { composeLifeOs, type LifeOs } from '#main/compose.ts';
import type { ReadingModel } from '#main/extractor/reading-model.ts';
import { saveHoldSeconds } from '#main/gate/rules-in-force.ts';
import { createLanguageSetting } from '#main/language/language-setting.ts';
import { createLedger, type Ledger } from '#main/ledger-for-tests.ts';
import type { OpenLink } from '#main/links/open-link-connector.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { PlanningRequest } from '#main/planner/planning-request.ts';
import { createTestKeychain, type TestKeychain } from '#main/vault/memory-keychain-for-tests.ts';

type Request = PlanningRequest;
export type Plans = Readonly<Record<string, PlanningOutcome | ((request: Request) => PlanningOutcome)>>;

/** The real core on a real folder, with a ledger in place of the shipped connectors. */
export type TestLife = {
  readonly folder: string;
  readonly ledger: Ledger;
  readonly lifeOs: LifeOs;
  readonly keychain: TestKeychain;
  /** The API as the doors serve it. */
  readonly api: RouterClient<typeof router>;
  /** What went to the log as an error. */
  readonly errors: string[];
  /** Everything that went to the log, with all that hangs on it. */
  readonly logged: readonly string[];
  /** Says a sentence and answers with its run's id. */
  say(intent: string): Promise<string>;
  run(runId: string): RunDetail;
  /** Waits until `look` finds something; it looks again at every entry of the log. */
  until<T>(look: () => T | null | undefined | false): Promise<T>;
  /** Waits until the run is over or waits for the person. */
  still(runId: string): Promise<RunDetail>;
  /** Says yes to every waiting card of a run together. */
  approve(runId: string): Promise<RunDetail>;
  /** Turns the first week off and lets safe things run by themselves. */
  trust(): Promise<void>;
  /** Lets time go by, and what waited for a time be taken up. */
  pass(milliseconds: number): void;
  close(): Promise<void>;
};

export const migrationsFolder = join(import.meta.dirname, '../db/migrations');
export const STARTED_AT = '2026-11-24T10:00:00.000Z';

/** A folder that is gone after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'life-os-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Composes the core. Started twice on the same folder, one after the other, it is a restart. `as shipped`: with the
 * planner and the connectors that people have.
 */
export async function startLife(
  plans: Plans | 'as shipped',
  options: {
    /** Where models are; none when not said. */
    environment?: Readonly<Record<string, string>>;
    folder?: string;
    ledger?: Ledger;
    /** Whose plans they are; of the built-in planner when not said. */
    plansAreMadeBy?: Engine['plansAreMadeBy'];
    openLink?: OpenLink;
    /** Reads what others wrote; the built-in reader when not said. */
    readingModel?: ReadingModel;
    /** Makes a plan in place of one that did not fit. */
    planAnew?: Engine['planAnew'];
    /** Connectors that stand beside the ledger. */
    beside?: readonly Connector[];
    /** One that an earlier start has filled. */
    keychain?: TestKeychain;
    /** Where the clock begins; it moves by a millisecond at each look, or stands still. */
    from?: string;
    still?: boolean;
    /** How long a call may take, in milliseconds; a minute when not said. */
    timeLimit?(): number;
    /** How long a message can be called off, in seconds; none when not said. */
    hold?: number;
    /** Ends the app and starts it again; it can't when not said. */
    startAgain?(): void;
    /** Called at each look at the clock, which every write begins with. */
    onTick?(): void;
  } = {},
): Promise<TestLife> {
  const folder = options.folder ?? makeFolder();
  const ledger = options.ledger ?? createLedger();
  const keychain = options.keychain ?? createTestKeychain();
  const errors: string[] = [];
  const logged: string[] = [];
  const note = (...all: unknown[]) => void logged.push(inspect(all, { depth: 8, showHidden: true }));
  let time = Date.parse(options.from ?? STARTED_AT);
  const tick = options.still ? 0 : 1;
  const lifeOs = await composeLifeOs({
    dataFolder: folder,
    version: '0.0.0',
    migrationsFolder,
    log: {
      info: note,
      error(fields, message) {
        note(fields, message);
        errors.push(`${message}: ${String(Object.values(fields)[0])}`);
      },
    },
    clock: {
      now() {
        options.onTick?.();
        time += tick;
        return new Date(time).toISOString();
      },
    },
    keychain,
    ...(plans !== 'as shipped' && {
      connectors: [...ledger.connectors, ...(options.beside ?? [])],
      makePlan: (request) => planFor(plans, request),
    }),
    ...(options.plansAreMadeBy && { plansAreMadeBy: options.plansAreMadeBy }),
    planAnew: options.planAnew,
    readingModel: options.readingModel,
    openLink: options.openLink,
    timeLimit: options.timeLimit,
    timeZone: 'Europe/Lisbon',
    locale: 'en-GB',
    ...(options.startAgain && {
      language: createLanguageSetting({
        dataFolder: folder,
        chosen: 'auto',
        speaks: 'en',
        wanted: [],
        startAgain: options.startAgain,
      }),
    }),
    // No test reaches a model, unless it brings one.
    environment: { OLLAMA_HOST: 'http://127.0.0.1:9', ...options.environment },
  });
  const { journal } = lifeOs.engine;
  await journal.write((tx) => saveHoldSeconds(tx, options.hold ?? 0, tx.now));
  const api = createRouterClient(lifeOs.router, { context: () => lifeOs.contextFor('you') });
  let closing: Promise<void> | undefined;

  const life: TestLife = {
    folder,
    ledger,
    lifeOs,
    keychain,
    api,
    errors,
    logged,
    say: async (intent) => (await api.tasks.submit({ intent })).runId,
    run(runId) {
      const run = showRun(lifeOs.engine, runId);
      if (!run) throw new Error(`There is no run ${runId}.`);
      return run;
    },
    until: (look) =>
      new Promise((resolve) => {
        const tryNow = () => {
          const found = look();
          if (!found) return;
          stop();
          resolve(found);
        };
        const stop = lifeOs.subscribe(tryNow);
        tryNow();
      }),
    still: (runId) =>
      life.until(() => {
        const run = life.run(runId);
        return (run.state === 'waiting_approval' || isRunOver(run.state)) && run;
      }),
    async approve(runId) {
      const waiting = life.run(runId).approvals.filter(({ status }) => status === 'waiting');
      const approve = waiting.map(({ id, digest }) => ({ approvalId: id, digest }));
      return api.workflows.approve({ id: runId, approve });
    },
    async trust() {
      await api.policies.update({ id: 'first-week', enabled: false });
      await api.policies.update({ id: 'autonomy', autonomy: 'run-safe' });
    },
    pass(milliseconds) {
      time += milliseconds;
      lifeOs.engine.queue.wakeDue();
    },
    close: () => (closing ??= lifeOs.close()),
  };
  onTestFinished(() => life.close());
  return life;
}

function planFor(plans: Plans, request: Request): PlanningOutcome {
  const plan = plans[request.text];
  if (plan === undefined) throw new Error(`No plan was prepared for “${request.text}”.`);
  return typeof plan === 'function' ? plan(request) : plan;
}

/** A plan of these steps, made by the built-in planner. */
export const planOf = (...steps: PlannedStep[]): PlanningOutcome => ({
  kind: 'plan',
  plan: { goal: `Do ${steps.length} things`, madeBy: 'built-in', steps, leftOut: [] },
});

const RISKS = { read: 'L0', draft: 'L1', write: 'L2', lend: 'L2', send: 'L2', pay: 'L3' } as const;

/** A step that asks the ledger to do something with an entry of the step's own name. */
export function step(verb: keyof typeof RISKS, id: string, more: Partial<PlannedStep> = {}): PlannedStep {
  return {
    id,
    says: `${verb} ${id}`,
    action: `ledger.${verb}`,
    args: { entry: id, text: `about ${id}` },
    dependsOn: [],
    risk: RISKS[verb],
    ...more,
  };
}
