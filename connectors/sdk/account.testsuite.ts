import { expect, it, vi } from 'vitest';
import type { Account } from '#connectors/sdk/account.ts';
import type { Action, Surroundings } from '#connectors/sdk/action.ts';
import { contextOf, type OpenTrial, type ServiceTrouble } from '#connectors/sdk/trial-world.testsuite.ts';
import type { Failure } from '#contract/model/failure.ts';
import { fail, type Result } from '#contract/model/result.ts';

/** What each trouble has to be told as: all three promise that nothing was done. */
const toldAs: Readonly<Record<ServiceTrouble, Failure['kind']>> = {
  revoked: 'needs-reconnect',
  down: 'unreachable',
  busy: 'rate-limited',
  garbled: 'unreachable',
};

const troubles = Object.keys(toldAs) as ServiceTrouble[];

/** What every action at an account has to hold while its service, or the way to its password, is in trouble. */
export function testAccountTroubles(action: Action, open: () => Promise<OpenTrial>): void {
  it.each(troubles)('while the service is %s, it says so and does nothing', async (trouble) => {
    const opened = await open();
    const { service } = opened.world;
    const start = await opened.world.snapshot();
    service?.be(trouble);
    const failure = { ok: false, failure: { kind: toldAs[trouble] } };
    expect(await attempt(action, opened, opened.world.surroundings)).toMatchObject(failure);
    service?.be(null);
    expect(await opened.world.snapshot()).toEqual(start);
  });

  it('once the permission for it was taken back, it says so and does nothing', async ({ skip }) => {
    const opened = await open();
    const { service } = opened.world;
    if (!service?.narrow) return skip('This service knows no smaller permissions.');
    const start = await opened.world.snapshot();
    service.narrow();
    const failure = { ok: false, failure: { kind: 'needs-reconnect' } };
    expect(await attempt(action, opened, opened.world.surroundings)).toMatchObject(failure);
    service.be(null);
    expect(await opened.world.snapshot()).toEqual(start);
  });

  if (action.risk !== 'L0') {
    it('when the service takes it and then falls silent, it is given up in time and never told as not done', async ({
      skip,
    }) => {
      const opened = await open();
      const { service, surroundings } = opened.world;
      if (!service?.fallSilent) return skip('This service can’t be made to fall silent.');
      service.fallSilent();
      const call = { mode: 'execute', key: 'trial.step', before: opened.before } as const;
      const giveUp = new AbortController();
      const running = action.run(opened.input, contextOf({ ...surroundings, signal: giveUp.signal }, call));
      await vi.waitUntil(service.hasCut, { timeout: 10_000, interval: 5 });
      giveUp.abort(new Error('It took too long.'));
      const began = performance.now();
      const ran = await running;
      expect(performance.now() - began).toBeLessThan(15_000);
      if (!ran.ok) expect(ran.failure.kind).toBe('outcome-unknown');
      const earlier = await action.findEarlier?.(opened.input, contextOf(surroundings, call));
      if (earlier?.ok) expect(earlier.value).not.toBeNull();
      else expect(earlier?.failure.kind).toBe('outcome-unknown');
    });
  }

  it('while the password can’t be read, or no account is connected, it says so and does nothing', async () => {
    const opened = await open();
    const start = await opened.world.snapshot();
    const { account, ...others } = opened.world.surroundings;
    const closed = fail({ kind: 'secrets-closed', because: 'The keychain is locked.' });
    const without: Account | null = account && { ...account, secret: async () => closed };
    expect(await attempt(action, opened, { ...others, account: without })).toEqual(closed);
    const none = await attempt(action, opened, { ...others, account: null });
    expect(none).toMatchObject({ ok: false, failure: { kind: 'needs-reconnect' } });
    expect(await opened.world.snapshot()).toEqual(start);
  });
}

/** Whatever comes first: the look, and with what was seen before, the act. */
async function attempt(action: Action, opened: OpenTrial, surroundings: Surroundings): Promise<Result<unknown>> {
  const looked = action.look ? await action.look(opened.input, surroundings) : null;
  const context = contextOf(surroundings, { mode: 'execute', key: 'trial.step', before: opened.before });
  const ran = await action.run(opened.input, context);
  // A look that asks nothing of the service, at files of the person's say, has nothing to tell of its trouble.
  if (looked !== null && !looked.ok) expect(ran).toEqual(looked);
  return ran;
}
