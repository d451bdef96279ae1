import { describe, expect, it, onTestFinished } from 'vitest';
import type { Connector } from '#connectors/sdk/connector.ts';
import type { RunDetail } from '#contract/api/workflows.ts';
import type { ActionName } from '#contract/model/action-name.ts';
import type { EventBody } from '#contract/model/event.ts';
import type { ArgTemplate } from '#contract/model/plan.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import { planOf, startLife, type TestLife } from '#main/compose-for-tests.ts';
import { FAILURES_TO_OPEN } from '#main/executor/breaker.ts';
import { addOatMilk, RIDDLE } from '#main/planner/with-model/answers-for-tests.ts';
import { lifeWithModel } from '#main/planner/with-model/life-with-model-for-tests.ts';
import { expectNoSecret } from '#tests/outage/expect-no-secret.ts';
import type { Fault } from '#tests/peers/fault-proxy.ts';

/** Something that is asked of a service, several times over while it is in trouble. */
export type Deed = {
  readonly action: ActionName;
  /** `mark` has to stand at the service, so that it can be counted there; `n` is another one for each. */
  args(mark: string, n: number): ArgTemplate;
  /** Whether the person is asked first. */
  readonly asks: boolean;
  /** How often it stands at the service; null for what only looks. */
  readonly count: ((mark: string) => Promise<number>) | null;
  /** After these nobody can know what became of it, so that the person is asked and it is never done again. */
  readonly nobodyKnows?: readonly Fault[];
  /** Where it takes several requests, each of which is told apart: whether the service then counts as out of order. */
  readonly opens?: Partial<Record<Fault, boolean>>;
  /** Faults that can't occur here, each with the reason. */
  readonly leftOut?: Partial<Record<Fault, string>>;
};

/** A connector at its real service, behind a way on which things go wrong. */
export type Outage = {
  /** Beside those that the app brings along by itself. */
  readonly connectors: readonly Connector[];
  readonly deeds: readonly Deed[];
  /** Connects the account in this life, and answers with the name of its connector. */
  connect(life: TestLife): Promise<string>;
  be(fault: Fault | null): void;
  struck(): number;
  /** What has to stay secret of this account. */
  secrets(life: TestLife): readonly string[];
};

/** Each fault, and whether so many failures in a row have to make the service count as out of order. */
const faults: Readonly<Record<Fault, { readonly opens: boolean }>> = {
  delay: { opens: false },
  'cut-request': { opens: true },
  // A look shows that it was done.
  'cut-answer-of-change': { opens: false },
  'cut-answers': { opens: true },
  busy: { opens: true },
  broken: { opens: true },
  'broken-sign-in': { opens: true },
  'half-open': { opens: true },
  twice: { opens: false },
  'twice-second-heard': { opens: false },
};

const all = Object.keys(faults) as Fault[];
/** Where nothing has to be left alone, and still at the same time. */
const FEW = 2;
const PATIENT_MS = 20_000;
const IMPATIENT_MS = 500;
/** Beyond the longest wait before a service is tried again. */
const LONG_MS = 11 * 60_000;
const MOST_WAITS = 8;

export function testOutages(open: () => Outage, deeds: readonly Omit<Deed, 'count'>[]): void {
  it('no model is told a secret of it, whatever it is asked', { timeout: 60_000 }, async () => {
    const outage = open();
    const { life, stub } = await lifeWithModel(addOatMilk);
    await outage.connect(life);
    await life.still(await life.say(RIDDLE));
    const { items } = await life.api.models.calls({});
    expect(items.map(({ outcome }) => outcome)).toContain('answered');
    const heard = JSON.stringify([items, stub.getRequests()]);
    expect(heard).toContain(RIDDLE);
    for (const secret of outage.secrets(life)) expect(heard).not.toContain(secret);
    await expectNoSecret(life, outage.secrets(life));
  });

  describe.each(deeds.map(({ action, leftOut = {} }, at) => ({ action, leftOut, at })))(
    '$action',
    ({ leftOut, at }) => {
      it.each(all.filter((fault) => !(fault in leftOut)))(
        'while things go wrong on the way (%s), nothing is done twice and nothing is lost',
        async (fault) => {
          const outage = open();
          const deed = outage.deeds[at];
          if (!deed) throw new Error('There is no such deed.');
          onTestFinished(() => outage.be(null));
          await endure(outage, deed, fault);
        },
        60_000,
      );
    },
  );
}

async function endure(outage: Outage, deed: Deed, fault: Fault): Promise<void> {
  const nobodyKnows = deed.nobodyKnows?.includes(fault) ?? false;
  const opens = deed.opens?.[fault] ?? (faults[fault].opens && !nobodyKnows);
  const marks = Array.from({ length: opens ? FAILURES_TO_OPEN : FEW }, (_, n) => `${fault} number ${n}`);
  const plans = Object.fromEntries(marks.map((mark) => [mark, planOf(stepOf(deed, mark))]));
  let patience = PATIENT_MS;
  const life = await startLife(plans, { beside: outage.connectors, timeLimit: () => patience });
  await life.trust();
  const provider = await outage.connect(life);
  const told: EventBody['kind'][] = [];
  life.lifeOs.subscribe(({ body }) => {
    if ('connector' in body && body.connector === provider) told.push(body.kind);
  });

  const begin = () => {
    outage.be(fault);
    if (fault === 'half-open') patience = IMPATIENT_MS;
  };
  if (!deed.asks) begin();
  const runIds = await Promise.all(marks.map((mark) => life.say(mark)));
  const runs = () => runIds.map((id) => life.run(id));
  await atRest(life, runs);
  if (deed.asks) {
    expect(runs().map(({ state }) => state)).toEqual(marks.map(() => 'waiting_approval'));
    begin();
    await Promise.all(runIds.map((id) => life.approve(id)));
    await atRest(life, runs);
  }
  expect(outage.struck()).toBeGreaterThan(0);
  expect(told.includes('service.failing')).toBe(opens);

  outage.be(null);
  patience = PATIENT_MS;
  for (let wait = 0; wait < MOST_WAITS && !runs().every(isSettled); wait += 1) {
    life.pass(LONG_MS);
    await atRest(life, runs);
  }
  expect(told.includes('service.back')).toBe(opens);
  const { services, unknown, deadLetters } = await life.api.attention.get({});
  expect(services).toEqual([]);
  expect(deadLetters).toEqual([]);
  expect(runs().map(({ state, steps }) => [state, steps[0]?.failure])).toEqual(
    marks.map(() =>
      nobodyKnows
        ? ['waiting_approval', { kind: 'outcome-unknown', service: expect.any(String) }]
        : ['completed', null],
    ),
  );
  expect(unknown.map(({ says }) => says).sort()).toEqual(nobodyKnows ? marks.map(saysOf).sort() : []);
  const { count } = deed;
  if (count) {
    const counts = await Promise.all(marks.map(count));
    if (nobodyKnows) for (const times of counts) expect(times).toBeLessThanOrEqual(1);
    else expect(counts).toEqual(marks.map(() => 1));
  }
  expect(life.errors).toEqual([]);
  await expectNoSecret(life, outage.secrets(life));
}

const saysOf = (mark: string): string => `Do what is called ${mark}`;

let asked = 0;

const stepOf = ({ action, args }: Deed, mark: string) => ({
  id: 'deed',
  says: saysOf(mark),
  action,
  args: args(mark, asked++),
  dependsOn: [],
  risk: 'L0' as const,
});

/** Until none of them moves by itself before time goes by. */
const atRest = (life: TestLife, runs: () => RunDetail[]): Promise<unknown> =>
  life.until(() => {
    const now = life.lifeOs.engine.journal.now();
    return runs().every((run) => isSettled(run) || run.steps[0]?.waits?.until?.localeCompare(now) === 1);
  });

const isSettled = ({ state }: RunDetail): boolean => state === 'waiting_approval' || isRunOver(state);
