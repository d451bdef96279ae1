import { describe, expect, it } from 'vitest';
import { PrioritiesSchema } from '#contract/model/onboarding.ts';
import { startLife } from '#main/compose-for-tests.ts';
import { firstRequests } from '#main/onboarding/first-requests.ts';
import pack from '#resources/packs/everyday/first-requests.json' with { type: 'json' };

const sentences = [...new Set(Object.values(pack).flat())];

describe('the first request', () => {
  it.each(sentences)('“%s” waits for an OK, is done, taken back and put back', async (sentence) => {
    const { say, still, approve, api, until, run } = await startLife('as shipped');
    const runId = await say(sentence);
    expect(await still(runId)).toMatchObject({ state: 'waiting_approval', question: null, leftOut: [] });
    await approve(runId);
    const done = await still(runId);
    expect(done).toMatchObject({ state: 'completed' });
    for (const { id, undo } of done.steps) {
      expect(undo.available).toBe(true);
      await api.workflows.undoStep({ id: runId, stepId: id });
      await until(() => run(runId).steps.find((step) => step.id === id)?.undo.state === 'undone');
      await api.workflows.redoStep({ id: runId, stepId: id });
      await until(() => run(runId).steps.find((step) => step.id === id)?.undo.state === 'none');
    }
  });

  it('is about what matters to the person first, and there are three for everybody', () => {
    expect(firstRequests([])).toEqual(pack.everyday);
    expect(firstRequests(['health', 'finance'])).toEqual([...pack.health, ...pack.finance, pack.everyday[0]]);
    for (const priority of PrioritiesSchema.element.options) expect(firstRequests([priority])).toHaveLength(3);
  });
});
