import { describe, expect, it } from 'vitest';
import { startLife } from '#main/compose-for-tests.ts';
import { modelKeyReader } from '#main/vault/model-key.ts';

const providerOf = async (life: Awaited<ReturnType<typeof startLife>>) =>
  (await life.api.models.get()).providers.find(({ id }) => id === 'openai');

describe('the key of a provider of models', () => {
  it('is kept where passwords are, told of and never told, and can be taken away', async () => {
    const life = await startLife({});
    expect(await providerOf(life)).toMatchObject({ needsKey: true, hasKey: false, ready: false });
    const kept = await life.api.models.keepKey({ id: 'openai', key: 'sk-canary-1' });
    expect(JSON.stringify(kept)).not.toContain('sk-canary-1');
    expect(await providerOf(life)).toMatchObject({ hasKey: true, ready: true });
    const { items } = await life.api.events.history({ limit: 100 });
    expect(items.map(({ body }) => body.kind)).toContain('models.changed');
    expect(JSON.stringify(items)).not.toContain('sk-canary-1');
    await life.api.models.keepKey({ id: 'openai', key: null });
    expect(await providerOf(life)).toMatchObject({ hasKey: false, ready: false });
  });

  it('is refused for who wants none, and where nothing can be kept', async () => {
    const life = await startLife({});
    await expect(life.api.models.keepKey({ id: 'ollama', key: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(life.api.models.keepKey({ id: 'nobody', key: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    life.keychain.be('locked');
    await expect(life.api.models.keepKey({ id: 'openai', key: 'x' })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/keychain of this computer is locked.+Nothing was changed\.$/),
    });
  });

  it('comes before that of the environment, of which no other variable is ever read', async () => {
    const life = await startLife({});
    const { journal, vault } = life.lifeOs.engine;
    const read = modelKeyReader(journal.orm, vault, { OPENAI_API_KEY: 'of the environment', HOME: '/home/me' });
    expect(await read('OPENAI_API_KEY')).toBe('of the environment');
    expect(await read('HOME')).toBeNull();
    await life.api.models.keepKey({ id: 'openai', key: 'mine' });
    expect(await read('OPENAI_API_KEY')).toBe('mine');
  });
});
