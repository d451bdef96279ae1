import { cpSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RunDetail } from '#contract/api/workflows.ts';
import type { PlanningOutcome } from '#contract/model/plan.ts';
import { isTakenBack } from '#contract/states/undo-state.ts';
import { listUndosIn } from '#db/repositories/undos.ts';
import { makeFolder, planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import { rewriteEntry, rowsIn } from '#main/ledger-for-tests.ts';

const MINUTES = 180_000;
const STEPS = 5;

type Doing =
  | { readonly kind: 'undo' | 'redo' | 'change' | 'keep' | 'overwrite'; readonly step: number }
  | { readonly kind: 'undo-run' | 'undo-day' | 'crash' };

const someStep = fc.nat({ max: STEPS - 1 });
const doings: fc.Arbitrary<Doing> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('undo' as const, 'redo' as const, 'change' as const, 'keep' as const, 'overwrite' as const),
    step: someStep,
  }),
  fc.record({ kind: fc.constantFrom('undo-run' as const, 'undo-day' as const, 'crash' as const) }),
);
const plans: fc.Arbitrary<PlanningOutcome> = fc
  .array(fc.array(fc.nat(), { maxLength: 2 }), { minLength: STEPS, maxLength: STEPS })
  .map((drawn) =>
    planOf(
      ...drawn.map((ground, n) =>
        step('draft', `s${n}`, { dependsOn: n === 0 ? [] : [...new Set(ground.map((one) => `s${one % n}`))] }),
      ),
    ),
  );

/** What a person would expect: what stands, in whose words. Told apart only by what they did and what they see. */
type Model = Map<string, 'ours' | 'theirs' | 'gone'>;

/** A no of the app is an answer too; anything else that goes wrong is a finding. */
async function press(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'CONFLICT')) throw error;
  });
}

function expectAsSeen(life: TestLife, run: RunDetail, model: Model, overwritten: ReadonlySet<string>): void {
  const rows = rowsIn(life.folder);
  const keys = rows.map(({ key }) => key);
  expect(new Set(keys).size, 'nothing stands twice').toBe(keys.length);
  for (const { id, undo } of run.steps) {
    const row = rows.find(({ entry }) => entry === id);
    expect(row !== undefined, `${id} stands as its row says`).toBe(!isTakenBack(undo.state));
    if (model.get(id) === 'theirs' && !overwritten.has(id)) {
      expect(row?.text, `${id} keeps what the person changed`).toBe(`mine ${id}`);
    }
    if (!row) model.set(id, 'gone');
    else model.set(id, row.text.startsWith('mine') ? 'theirs' : 'ours');
  }
}

/** By the log: never back twice without having been put back, and never under something that builds on it. */
function expectInOrder(run: RunDetail): void {
  const standing = new Set(run.steps.map(({ id }) => id));
  const kept = new Set<string>();
  for (const { body, stepId } of run.events) {
    if (stepId === null) continue;
    if (body.kind === 'undo.answered' && body.choice === 'keep') kept.add(stepId);
    if (body.kind === 'redo.happened') {
      expect(standing.has(stepId)).toBe(false);
      standing.add(stepId);
      kept.delete(stepId);
    }
    if (body.kind !== 'undo.happened') continue;
    expect(standing.delete(stepId), `${stepId} is taken back once`).toBe(true);
    const above = run.steps.filter(({ id, dependsOn }) => standing.has(id) && dependsOn.includes(stepId));
    for (const { id } of above) expect(kept.has(id), `${id} builds on ${stepId} and goes first`).toBe(true);
  }
}

it('any plan, taken back and put back in any way, over crashes and changes by hand: once, in order, and theirs is kept', {
  timeout: MINUTES,
}, async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.array(doings, { minLength: 1, maxLength: 8 }), async (plan, done) => {
      let life = await startLife({ plan });
      const { id } = await life.still(await life.say('plan'));
      const model: Model = new Map(life.run(id).steps.map((each) => [each.id, 'ours']));
      for (const doing of done) {
        const overwritten = new Set<string>();
        const { workflows, undo } = life.api;
        const at = 'step' in doing ? { id, stepId: `s${doing.step}` } : { id, stepId: '' };
        if (doing.kind === 'undo') await press(workflows.undoStep(at));
        if (doing.kind === 'redo') await press(workflows.redoStep(at));
        if (doing.kind === 'undo-run') await press(workflows.undo({ id }));
        if (doing.kind === 'undo-day') await press(undo.request({ target: { of: 'day', day: '2026-11-24' } }));
        if (doing.kind === 'keep') await press(workflows.answerUndo({ ...at, choice: 'keep' }));
        if (doing.kind === 'overwrite') {
          overwritten.add(at.stepId);
          await press(workflows.answerUndo({ ...at, choice: 'overwrite' }));
        }
        if (doing.kind === 'change' && model.get(at.stepId) !== 'gone') {
          rewriteEntry(life.folder, at.stepId, `mine ${at.stepId}`);
          model.set(at.stepId, 'theirs');
        }
        if (doing.kind === 'crash') life = await crashInTheMiddle(life, id, { plan });
        expectAsSeen(life, life.run(id), model, overwritten);
      }
      expectInOrder(life.run(id));
      expect(life.errors).toEqual([]);
      await life.close();
    }),
    { numRuns: 25 },
  );
});

/** The power goes while the whole run is being taken back; what the disk held then is started on. */
async function crashInTheMiddle(life: TestLife, id: string, plans: { plan: PlanningOutcome }): Promise<TestLife> {
  const folder = makeFolder();
  let writes = 0;
  life.ledger.watch(() => {
    writes += 1;
    if (writes === 2) cpSync(life.folder, folder, { recursive: true });
  });
  await press(life.api.workflows.undo({ id }));
  await life.close();
  if (writes < 2) cpSync(life.folder, folder, { recursive: true });
  const again = await startLife(plans, { folder });
  await again.until(() => listUndosIn(again.lifeOs.engine.journal.orm, 'open').length === 0);
  return again;
}
