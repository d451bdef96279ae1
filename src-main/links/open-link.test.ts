import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connectors } from '#connectors/registry.ts';
import type { PlannedStep } from '#contract/model/plan.ts';
import { planOf, startLife, step } from '#main/compose-for-tests.ts';

const beside = connectors.filter(({ provider }) => provider === 'documents');
const find: PlannedStep = { ...step('read', 'find'), action: 'documents.find-note', args: { query: 'Museum' } };
const pick: PlannedStep = {
  ...step('read', 'pick'),
  action: 'reading.pick-out',
  dependsOn: ['find'],
  args: { text: { from: 'find', path: '/note/body' }, wanted: { link: 'link' } },
};
const open: PlannedStep = {
  ...step('draft', 'open'),
  action: 'web.open-link',
  dependsOn: ['pick'],
  args: { link: { from: 'pick', path: '/values/link/value' } },
};

async function startWith(note: string) {
  const opened: string[] = [];
  const life = await startLife({ open: planOf(find, pick, open) }, { beside, openLink: (link) => opened.push(link) });
  await life.trust();
  mkdirSync(join(life.folder, 'documents'), { recursive: true });
  writeFileSync(join(life.folder, 'documents', 'Museum.md'), `# Museum\n\n${note}\n`);
  return { life, opened };
}

describe('opening a link', () => {
  it('needs a yes to a card that shows all of the address, and happens once then', async () => {
    const link = 'https://museum.example/hours?day=1';
    const { life, opened } = await startWith(`Open till five, see ${link}.`);
    const waiting = await life.still(await life.say('open'));
    expect(opened).toEqual([]);
    const [asked] = waiting.approvals;
    expect(asked?.card).toMatchObject({ title: 'Open museum.example in your browser', effect: { kind: 'visit' } });
    expect(asked?.card.values).toMatchObject([{ path: '/link', value: link }]);
    await life.approve(waiting.id);
    expect((await life.still(waiting.id)).state).toBe('completed');
    expect(opened).toEqual([link]);
  });

  it('says on its card when the address only looks like another one', async () => {
    const { life } = await startWith('Go to https://xn--pple-43d.com/in now');
    const waiting = await life.still(await life.say('open'));
    expect(waiting.approvals[0]?.card.title).toContain('[not what it looks like: xn--pple-43d.com]');
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x'])('is not done for %s', async (link) => {
    const { life, opened } = await startWith(`Go to ${link} now`);
    const done = await life.still(await life.say('open'));
    expect(done.approvals).toEqual([]);
    expect(done.state).toBe('failed');
    expect(opened).toEqual([]);
  });
});
