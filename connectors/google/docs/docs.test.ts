import { describe, expect, it } from 'vitest';
import { connector } from '#connectors/google/connector.ts';
import { addressOf, withGoogleServer } from '#connectors/google/google-account.testsuite.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { type Given, testConnector } from '#connectors/sdk/connector.testsuite.ts';
import { actionOf, contextOf, openTrialWorld, outputOf, takeUp } from '#connectors/sdk/trial-world.testsuite.ts';
import type { DocsStore } from '#tests/peers/google-docs.ts';

const isDocs = ({ name }: { readonly name: string }) => /-docs?$/.test(name);

describe('documents, against Google on this computer', { timeout: 60_000 }, () => {
  const servers = withGoogleServer(undefined, /^(POST|PATCH) \/(upload\/drive|drive|v1\/documents)\//m);
  const docsOf = (world: Pick<Surroundings, 'account'>): DocsStore => servers.google().docsOf(addressOf(world));

  /** A document that was made from here earlier. */
  const made =
    (name: string, text: string, input: object) =>
    ({ surroundings }: Given): object => {
      docsOf(surroundings).add(name, text);
      return input;
    };
  const rewrite = (from: string, to: string) => async (world: Surroundings) => docsOf(world).rewrite(from, to);
  const words = { title: 'Holiday plans 🏖', text: 'Where to go:\nPorto, Lyon\nשלום e\u0301' };

  testConnector(
    { ...connector, actions: connector.actions.filter(isDocs) },
    [
      { action: 'google.find-docs', input: made('Shopping', 'Milk', { query: 'shop' }) },
      { action: 'google.find-docs', called: 'without any', input: () => ({ query: 'it’s \\ a zebra' }) },
      { action: 'google.read-doc', input: made('מתכונים', 'מרק\n\nBoil <b>water</b>.', { doc: 'מתכונים' }) },
      { action: 'google.write-doc', input: () => words, disturb: rewrite('Porto', 'Lisbon') },
      {
        action: 'google.write-doc',
        called: 'empty, beside one of the same name',
        input: made('Ideas', 'Walk', { title: 'Ideas', text: '' }),
      },
      {
        action: 'google.add-to-doc',
        input: made('Shopping', 'Milk\nEggs', { doc: 'shopping', text: 'Bread\nand butter 🧈' }),
        disturb: rewrite('Bread', 'Rye bread'),
      },
      {
        action: 'google.add-to-doc',
        called: 'to an empty one',
        input: made('Log', '', { doc: 'Log', text: 'First line' }),
      },
    ],
    servers.openService,
  );

  it('says whom an addition reaches: nobody else, those it is shared with, or whoever has the link', async () => {
    const world = await openTrialWorld(connector, servers.openService);
    const docs = docsOf(world.surroundings);
    const id = docs.add('Plans', 'Porto');
    const add = actionOf(connector, 'google.add-to-doc');
    const versions = new Set<string>();
    const reach = async () => {
      const taken = await takeUp(add, { doc: 'Plans', text: 'Lyon' }, world.surroundings);
      versions.add(taken.version);
      return add.effect(taken.input, taken.before);
    };
    expect(await reach()).toMatchObject({ kind: 'file', audience: 'self', recipients: [] });
    docs.share(id, 'user');
    expect(await reach()).toMatchObject({ kind: 'message', audience: 'known', recipients: ['Plans'] });
    docs.share(id, 'anyone');
    expect(await reach()).toMatchObject({ kind: 'post', audience: 'public' });
    expect(versions.size).toBe(3);
    await world.close();
  });

  it('does not guess between documents of the same name', async () => {
    const world = await openTrialWorld(connector, servers.openService);
    docsOf(world.surroundings).add('Notes', 'one');
    docsOf(world.surroundings).add('notes', 'two');
    await expect(world.run('google.read-doc', { doc: 'Notes' })).rejects.toThrow(/several documents called “Notes”/);
    await world.close();
  });

  it('takes out what was added and nothing that was written before or behind it', async () => {
    const world = await openTrialWorld(connector, servers.openService);
    const docs = docsOf(world.surroundings);
    docs.add('Log', 'One');
    const add = actionOf(connector, 'google.add-to-doc');
    const { input, before } = await takeUp(add, { doc: 'Log', text: 'Two' }, world.surroundings);
    const context = contextOf(world.surroundings, { mode: 'execute', key: 'trial.step', before });
    const output = outputOf(add, await add.run(input, context));
    docs.rewrite('One', 'Zero\nOne');
    expect(await add.undo?.(output, context)).toEqual({ ok: true, value: null });
    expect(docs.meaning()).toMatchObject([{ text: 'Zero\nOne' }]);
    await world.close();
  });
});
