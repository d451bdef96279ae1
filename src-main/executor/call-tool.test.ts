import { describe, expect, it } from 'vitest';
import { insertPause } from '#db/repositories/pauses.ts';
import { overtakeApproval } from '#main/approvals/ask.ts';
import { planOf, startLife, step, type TestLife } from '#main/compose-for-tests.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { saveAutonomy } from '#main/gate/rules-in-force.ts';
import { entriesIn } from '#main/ledger-for-tests.ts';

const plans = { write: planOf(step('write', 'a')) };

/** Changes something right after a yes, of the rules or of the person, and before the effect is claimed. */
function inTheGap(life: TestLife, change: (tx: JournalTx) => void): void {
  let changed = false;
  life.lifeOs.subscribe(({ body }) => {
    const isYes =
      (body.kind === 'gate.decided' && body.decision.verdict === 'allow') ||
      (body.kind === 'approval.answered' && body.status === 'approved');
    if (changed || !isYes) return;
    changed = true;
    void life.lifeOs.engine.journal.write(change);
  });
}

describe('the claim of an effect, in the transaction that writes its intent', () => {
  it('sees a rule that was made stricter a moment ago, and asks', async () => {
    const life = await startLife(plans);
    await life.trust();
    inTheGap(life, (tx) => saveAutonomy(tx, 'ask-everything', tx.now));
    const run = await life.still(await life.say('write'));
    expect(run).toMatchObject({ state: 'waiting_approval', steps: [{ state: 'blocked', attempt: 0 }] });
    expect(entriesIn(life.folder)).toEqual([]);
  });

  it('sees a consent that was overtaken a moment ago, and asks again', async () => {
    const life = await startLife(plans);
    const { id, approvals } = await life.still(await life.say('write'));
    inTheGap(life, (tx) => overtakeApproval(tx, approvals[0]?.id ?? ''));
    await life.approve(id);
    const run = await life.still(id);
    expect(run.approvals.map(({ status }) => status)).toEqual(['overtaken', 'waiting']);
    expect(entriesIn(life.folder)).toEqual([]);
  });

  it('sees a pause that was set a moment ago, and holds', async () => {
    const life = await startLife(plans);
    await life.trust();
    inTheGap(life, (tx) => insertPause(tx, { scope: 'everything', since: tx.now, by: 'you' }));
    const runId = await life.say('write');
    await life.until(() => life.run(runId).paused);
    await life.close();
    expect(entriesIn(life.folder)).toEqual([]);
    const again = await startLife(plans, { folder: life.folder });
    expect(again.run(runId)).toMatchObject({ state: 'executing', steps: [{ state: 'ready', attempt: 0 }] });
    await again.api.pause.resume();
    expect((await again.still(runId)).state).toBe('completed');
    expect(entriesIn(life.folder)).toEqual(['a']);
  });
});
