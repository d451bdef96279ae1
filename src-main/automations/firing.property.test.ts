import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CatchUp } from '#contract/model/automation.ts';
import { fireDueAutomations } from '#main/automations/fire-due-automations.ts';
import { makeFolder, planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';

const plans = { look: planOf(step('read', 'all')) };
const START = Date.parse('2026-11-24T10:00:00.000Z');
const MINUTE = 60_000;
const GRACE = 5 * MINUTE;

type Move =
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'look' | 'look-twice' | 'restart' | 'pause' | 'resume' };

/** Long stretches and short ones, and clocks that jump back. */
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: -90, max: 200 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 0, max: 5000 }) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('look' as const, 'look-twice' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('restart' as const, 'pause' as const, 'resume' as const) }),
  },
);

/** What should come of it, reckoned without a database: an hourly automation, told in words. */
function model(catchUp: CatchUp) {
  const told: string[] = [];
  let next = START + 60 * MINUTE;
  let paused = false;
  return {
    told,
    setPaused: (now: boolean) => {
      paused = now;
    },
    look(now: number): void {
      if (paused || now < next) return;
      const due = next + Math.floor((now - next) / (60 * MINUTE)) * 60 * MINUTE;
      const at = new Date(due).toISOString();
      next = due + 60 * MINUTE;
      if (now - due <= GRACE) told.push(`fired on-time ${at}`);
      else told.push(`missed ${at}`, ...(catchUp === 'once' ? [`fired caught-up ${at}`] : []));
    },
  };
}

async function tellings(life: TestLife): Promise<string[]> {
  const { items } = await life.api.events.history({ limit: 500 });
  return items.toReversed().flatMap(({ body }) => {
    if (body.kind === 'automation.fired') return [`fired ${body.why} ${body.dueAt}`];
    return body.kind === 'automation.missed' ? [`missed ${body.dueAt}`] : [];
  });
}

it('whatever the clock does, each time is fired at most once and dealt with as was chosen', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('once', 'skip', 'ask'),
      fc.array(anyMove, { maxLength: 25 }),
      async (catchUp, moves) => {
        const folder = makeFolder();
        let now = START;
        const start = () => startLife(plans, { folder, still: true, from: new Date(now).toISOString() });
        let life = await start();
        const rrule = {
          kind: 'rrule',
          rrule: 'FREQ=HOURLY',
          startsAt: '2026-11-24T11:00:00',
          timeZone: 'UTC',
        } as const;
        await life.api.automations.create({ sentence: 'look', trigger: rrule, catchUp });
        const expected = model(catchUp);
        const look = async (times: number) => {
          await Promise.all(Array.from({ length: times }, () => fireDueAutomations(life.lifeOs.engine)));
          expected.look(now);
        };
        for (const move of moves) {
          switch (move.kind) {
            case 'pass':
              now += move.minutes * MINUTE;
              life.pass(move.minutes * MINUTE);
              break;
            case 'look':
              await look(1);
              break;
            case 'look-twice':
              await look(2);
              break;
            case 'restart':
              await life.close();
              life = await start();
              await look(1);
              break;
            case 'pause':
              // What was due before is fired before, as the clock does it.
              await look(1);
              await life.api.pause.everything();
              expected.setPaused(true);
              break;
            case 'resume':
              expected.setPaused(false);
              await life.api.pause.resume({ all: true });
              await look(1);
              break;
          }
        }
        await look(1);
        const told = await tellings(life);
        expect(told).toEqual(expected.told);
        const fired = told.filter((each) => each.startsWith('fired'));
        expect(new Set(fired.map((each) => each.split(' ').at(-1))).size).toBe(fired.length);
        const { items } = await life.api.workflows.list({ limit: 200 });
        expect(items).toHaveLength(fired.length);
        await life.close();
      },
    ),
    { numRuns: 25 },
  );
});
