import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, startLife, type TestLife } from '#main/compose-for-tests.ts';

async function startWith() {
  const home = realpathSync(makeFolder());
  for (const name of ['Downloads', 'Documents', '.hidden']) mkdirSync(join(home, name));
  const life = await startLife('as shipped', { environment: { XDG_DATA_HOME: join(home, 'share') } });
  const pick = (folder: string) => life.api.integrations.connect({ provider: 'files', settings: { folder } });
  return { home, life, pick, at: (...way: string[]) => join(home, ...way) };
}

const folders = async ({ api }: TestLife) => {
  const { items } = await api.integrations.list();
  const files = items.find(({ provider }) => provider === 'files');
  return { connected: files?.connected, picked: files?.folders?.picked.map(({ name }) => name) };
};

describe('picking folders', () => {
  it('adds them one by one by their real path, and takes them out again', async () => {
    const { life, pick, at } = await startWith();
    expect(await folders(life)).toEqual({ connected: false, picked: [] });
    symlinkSync(at('Documents'), at('link'));
    await pick(`${at('Downloads')}/`);
    const { folders: after } = await pick(at('link'));
    expect(after?.picked).toEqual([
      { name: 'Downloads', path: at('Downloads') },
      { name: 'Documents', path: at('Documents') },
    ]);
    await life.api.integrations.disconnect({ provider: 'files', folder: 'Downloads' });
    expect(await folders(life)).toEqual({ connected: true, picked: ['Documents'] });
    await expect(life.api.integrations.disconnect({ provider: 'files', folder: 'Downloads' })).rejects.toThrow(
      'no such folder',
    );
    await life.api.integrations.disconnect({ provider: 'files' });
    expect(await folders(life)).toEqual({ connected: false, picked: [] });
  });

  it('says plainly what can’t be picked', async () => {
    const { life, pick, at } = await startWith();
    mkdirSync(at('Downloads', 'Inner'));
    writeFileSync(at('Downloads', 'file.txt'), 'x');
    await pick(at('Downloads'));
    for (const [folder, says] of [
      ['', 'Say which folder.'],
      ['Downloads', 'Write the whole way'],
      [at('nowhere'), 'There is no such folder'],
      [at('Downloads', 'file.txt'), 'This is a file.'],
      [at('Downloads'), 'picked this folder already'],
      [at('Downloads', 'Inner'), 'overlaps with'],
      [at(), 'overlaps with'],
      [at('.hidden'), 'hidden folder'],
      [homedir(), 'whole home'],
      ['/', 'whole disk'],
      ['/etc', 'belongs to the system'],
      [life.folder, 'keeps its own things there'],
      [join(life.folder, 'lists'), 'folder'],
    ] as const) {
      await expect(pick(folder), folder).rejects.toThrow(says);
    }
    expect(await folders(life)).toEqual({ connected: true, picked: ['Downloads'] });
  });
});

describe('what is planned for files', () => {
  it('is done to what was seen, asks again when it was changed since, and comes back exactly', async () => {
    const { life, pick, at } = await startWith();
    writeFileSync(at('Downloads', 'a.pdf'), 'one');
    await pick(at('Downloads'));
    await pick(at('Documents'));
    const runId = await life.say('Move a.pdf to Documents');
    const asked = await life.still(runId);
    expect(asked.approvals.map(({ card }) => card.title)).toEqual(['Move 1 file to “Documents”']);
    writeFileSync(at('Downloads', 'a.pdf'), 'another text');
    await life.approve(runId);
    const again = await life.still(runId);
    expect(again.approvals.map(({ status }) => status).sort()).toEqual(['overtaken', 'waiting']);
    expect(readdirSync(at('Documents'))).toEqual([]);
    await life.approve(runId);
    expect(await life.still(runId)).toMatchObject({ state: 'completed' });
    expect(readdirSync(at('Documents'))).toEqual(['a.pdf']);
    await life.api.workflows.undo({ id: runId });
    await life.until(() => existsSync(at('Downloads', 'a.pdf')));
    expect(readdirSync(at('Documents'))).toEqual([]);
  });

  it('asks before it takes back what the person moved on since', async () => {
    const { life, pick, at } = await startWith();
    writeFileSync(at('Downloads', 'a.pdf'), 'one');
    await pick(at('Downloads'));
    await pick(at('Documents'));
    const runId = await life.say('Move a.pdf to Documents');
    await life.still(runId);
    await life.approve(runId);
    await life.still(runId);
    renameSync(at('Documents', 'a.pdf'), at('Documents', 'b.pdf'));
    await life.api.workflows.undo({ id: runId });
    await life.until(() => life.run(runId).steps[0]?.undo.state === 'asks');
    expect(readdirSync(at('Documents'))).toEqual(['b.pdf']);
  });

  it('is not done once the folder was taken out', async () => {
    const { life, pick, at } = await startWith();
    writeFileSync(at('Downloads', 'a.pdf'), 'one');
    await pick(at('Downloads'));
    await pick(at('Documents'));
    const runId = await life.say('Move a.pdf to Documents');
    await life.still(runId);
    await life.api.integrations.disconnect({ provider: 'files', folder: 'Downloads' });
    await life.approve(runId);
    expect(await life.still(runId)).toMatchObject({ state: 'failed' });
    expect(readdirSync(at('Downloads'))).toEqual(['a.pdf']);
  });
});
