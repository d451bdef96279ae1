import { expect, test } from 'vitest';
import { listEventsAfter } from '#db/repositories/events.ts';
import { planOf, startLife, step } from '#main/compose-for-tests.ts';
import { entriesIn } from '#main/ledger-for-tests.ts';

const RUNS = 1000;
/** The press comes when this many effects were claimed, so that runs stand at every stage of their life. */
const PRESSED_AFTER = 20;
const plans = { go: planOf(step('draft', 'a'), step('draft', 'b', { dependsOn: ['a'] })) };

test('with a thousand runs in flight, no effect is claimed after the pause is on disk', async () => {
  const life = await startLife(plans);
  const pressed = Promise.withResolvers<Awaited<ReturnType<typeof life.api.pause.everything>>>();
  let claimed = 0;
  life.lifeOs.subscribe(({ body }) => {
    if (body.kind !== 'effect.intended') return;
    claimed += 1;
    if (claimed === PRESSED_AFTER) life.api.pause.everything().then(pressed.resolve, pressed.reject);
  });
  await Promise.all(Array.from({ length: RUNS }, () => life.say('go')));
  const receipt = await pressed.promise;
  await life.close();

  const again = await startLife(plans, { folder: life.folder });
  const events = listEventsAfter(again.lifeOs.engine.journal.orm, 0, 1_000_000);
  const pausedAt = events.find(({ kind }) => kind === 'pause.set')?.seq ?? 0;
  const intended = events.filter(({ kind }) => kind === 'effect.intended').map(({ seq }) => seq);
  expect(intended.length).toBeGreaterThanOrEqual(PRESSED_AFTER);
  expect(Math.max(...intended)).toBeLessThan(pausedAt);
  expect(entriesIn(life.folder)).toHaveLength(intended.length);
  expect(receipt.stopped.length + receipt.stillOut.length + receipt.completed.length).toBeGreaterThan(0);
  expect((await again.api.pause.get()).held.length).toBeGreaterThan(1);
}, 240_000);
