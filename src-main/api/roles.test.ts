import { createRouterClient } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { contract } from '#contract/api/router.ts';
import { mayUse, type Need, type Role, RoleSchema } from '#contract/model/role.ts';
import { startLife } from '#main/compose-for-tests.ts';

type Procedure = { readonly '~orpc': { readonly meta: { readonly needs: Need }; readonly route: { method?: string } } };

/** Every procedure of the contract by its path, so that none can be added without its row here. */
const procedures = Object.entries(contract).flatMap(([group, members]) =>
  Object.entries(members as unknown as Record<string, Procedure>).map(([name, procedure]) => ({
    path: `${group}.${name}`,
    needs: procedure['~orpc'].meta.needs,
    method: procedure['~orpc'].route.method,
  })),
);

/** What each asks for is written out, so that a change of it is seen. */
const wanted: Readonly<Record<Need, readonly string[]>> = {
  view: [
    'workflows.list',
    'workflows.get',
    'writing.live',
    'approvals.list',
    'approvals.pace',
    'approvals.offers',
    'attention.get',
    'undo.preview',
    'undo.get',
    'pause.get',
    'events.live',
    'events.history',
    'events.verify',
    'artifacts.list',
    'artifacts.get',
    'artifacts.content',
    'policies.list',
    'policies.templates',
    'policies.rules',
    'policies.suggestions',
    'policies.simulate',
    'integrations.list',
    'toolServers.list',
    'integrations.file',
    'memory.export',
    'memory.list',
    'memory.retention',
    'memory.search',
    'memory.uses',
    'models.get',
    'models.calls',
    'schedules.list',
    'automations.list',
    'automations.happenings',
    'automations.read',
    'automations.rehearse',
    'onboarding.get',
    'insights.get',
    'language.get',
    'status.get',
    'voice.status',
    'understand.read',
  ],
  ask: ['tasks.submit'],
  act: [
    'voice.begin',
    'voice.hear',
    'voice.end',
    'voice.drop',
    'workflows.approve',
    'workflows.answer',
    'workflows.cancel',
    'workflows.pause',
    'workflows.resume',
    'workflows.undo',
    'workflows.undoStep',
    'workflows.callOff',
    'workflows.redoStep',
    'workflows.answerUndo',
    'workflows.settleStep',
    'writing.stop',
    'approvals.decideMany',
    'approvals.decide',
    'attention.answerDeadLetter',
    'undo.request',
    'pause.everything',
    'pause.resume',
    'practice.begin',
    'practice.leave',
    'automations.run',
    'automations.answerMissed',
  ],
  own: [
    'policies.update',
    'language.choose',
    'onboarding.move',
    'onboarding.end',
    'integrations.connect',
    'integrations.chooseFolder',
    'integrations.find',
    'integrations.signIn',
    'integrations.handOver',
    'integrations.test',
    'secrets.get',
    'secrets.chooseFile',
    'secrets.unlock',
    'integrations.disconnect',
    'toolServers.add',
    'toolServers.refresh',
    'toolServers.mapTool',
    'toolServers.remove',
    'models.keepKey',
    'policies.addRule',
    'policies.removeRule',
    'policies.setAside',
    'policies.putBack',
    'policies.refuseSuggestion',
    'approvals.always',
    'memory.add',
    'memory.confirm',
    'memory.correct',
    'memory.remove',
    'memory.setRetention',
    'models.update',
    'models.tryOut',
    'automations.create',
    'automations.change',
    'automations.remove',
    'automations.restore',
    'automations.revokeConsent',
    'access.list',
    'access.create',
    'access.revoke',
  ],
};

const table = RoleSchema.options.flatMap((role) => procedures.map(({ path, needs }) => ({ role, path, needs })));

describe('roles', () => {
  it('ask of every procedure what is written here', () => {
    const found = Map.groupBy(procedures, ({ needs }) => needs);
    for (const need of ['view', 'ask', 'act', 'own'] as const) {
      expect((found.get(need) ?? []).map(({ path }) => path).sort()).toEqual([...wanted[need]].sort());
    }
  });

  it('let nobody change anything by a procedure that is only for looking', () => {
    const asLooking = procedures.filter(({ needs, method }) => needs === 'view' && method !== 'GET');
    // These compute an answer from what they are given, and keep nothing.
    expect(asLooking.map(({ path }) => path).sort()).toEqual([
      'automations.read',
      'automations.rehearse',
      'policies.simulate',
      'understand.read',
      'undo.preview',
    ]);
  });

  it('are held to in the core, for every role and every procedure', async () => {
    const life = await startLife({});
    for (const { role, path, needs } of table) {
      const answer = await callAs(life, role, path);
      if (mayUse(role, needs)) expect(answer, `${role} ${path}`).not.toBe('FORBIDDEN');
      else expect(answer, `${role} ${path}`).toBe('FORBIDDEN');
    }
  });
});

/** Called with nothing, so that what is let through ends at its input or as if there was nothing by that name. */
async function callAs(life: Awaited<ReturnType<typeof startLife>>, role: Role, path: string): Promise<string> {
  const context = { ...life.lifeOs.contextFor('you'), role };
  const client = createRouterClient(life.lifeOs.router, { context }) as unknown as Record<
    string,
    Record<string, (input?: unknown) => Promise<unknown>>
  >;
  const [group = '', name = ''] = path.split('.');
  try {
    await client[group]?.[name]?.({ id: 'nobody', runId: 'nobody', provider: 'nobody', scope: 'run:nobody' });
    return 'answered';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
