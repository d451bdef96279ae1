import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { findBarriers } from './find-barriers.ts';
import { expect, goTo, type Life, lineAbout, say, test } from './open-life.ts';

const SENTENCE = 'draft an email to ana@example.com that I’ll be late';

const looks = (page: Page) => page.getByRole('list', { name: 'Needs a look' });

/** A file where the folder of the drafts belongs: the action breaks off, and nobody can look up how far it came. */
const barrier = ({ dataFolder }: Life) => join(dataFolder, 'drafts');

async function askInVain(page: Page, life: Life): Promise<void> {
  writeFileSync(barrier(life), '');
  await say(page, SENTENCE);
  await expect(lineAbout(page, 'Not certain')).toBeVisible();
}

/** None of the services of today can be out of reach, so what a service would have left behind is put there. */
function giveUp({ dataFolder }: Life): void {
  const database = new Database(join(dataFolder, 'life-os.db'));
  const failure = JSON.stringify({ kind: 'unreachable', service: 'Your mail' });
  const { run_id, step_id } = database.prepare("SELECT * FROM tool_calls WHERE status = 'unknown'").get() as Call;
  database.prepare("UPDATE tool_calls SET status = 'did-not-happen', failure_json = ?").run(failure);
  database.prepare('UPDATE workflow_steps SET failure_json = ?').run(failure);
  database
    .prepare(
      `INSERT INTO dead_letters (id, run_id, step_id, failure_json, tries, status, created_at)
       VALUES ('letter', ?, ?, ?, 6, 'waiting', ?)`,
    )
    .run(run_id, step_id, failure, new Date().toISOString());
  database.close();
}
type Call = { readonly run_id: string; readonly step_id: string };

test('what nobody can know stands on the home screen with its reason, and is settled there', async ({ page, life }) => {
  await askInVain(page, life);
  await goTo(page, 'Home');
  const row = looks(page).getByRole('listitem').first();
  await expect(row).toContainText('Write a draft email to ana@example.com');
  await expect(row).toContainText('It isn’t certain whether Drafts did this.');
  await expect(page.getByText('Needs you', { exact: true })).toHaveCount(0);
  await row.getByRole('button', { name: 'Tried once' }).click();
  await expect(row.getByRole('list', { name: 'Tried once' }).getByRole('listitem')).toHaveCount(1);
  expect(await findBarriers(page)).toEqual([]);

  await row.getByRole('button', { name: 'It didn’t; do it now' }).click();
  await expect(row.getByRole('button', { name: 'Tried 2 times' })).toBeVisible();
  await row.getByRole('link', { name: `From “${SENTENCE}”` }).click();
  await expect(lineAbout(page, 'Not certain')).toBeVisible();
  await goTo(page, 'Home');

  rmSync(barrier(life));
  await row.getByRole('button', { name: 'It didn’t; do it now' }).click();
  await expect(looks(page)).toHaveCount(0);
  await page.getByRole('main').getByRole('link', { name: SENTENCE }).click();
  await expect(page.getByText('Done.', { exact: true })).toBeVisible();
});

test('it comes and goes while the home screen is open, wherever it was answered', async ({ page, life }) => {
  await expect(looks(page)).toHaveCount(0);
  writeFileSync(barrier(life), '');
  const { runId } = await (await life.call('POST', '/tasks', { intent: SENTENCE })).json();
  const steps = async () => (await (await life.call('GET', `/workflows/${runId}`)).json()).steps;
  await expect(looks(page)).toContainText('Write a draft email to ana@example.com');
  const [{ id: stepId }] = await steps();
  await life.call('POST', `/workflows/${runId}/steps/${stepId}/settle`, { outcome: 'leave-it' });
  await expect(looks(page)).toHaveCount(0);
});

test('what was tried in vain is tried again from the home screen', async ({ page, life }) => {
  await askInVain(page, life);
  await life.app().stop();
  giveUp(life);
  rmSync(barrier(life));
  await life.restart('kill');
  await goTo(page, 'Home');
  await expect(looks(page)).toContainText('Couldn’t reach Your mail. This was not done.');
  await expect(looks(page)).toContainText('I tried this several times and it didn’t work. What now?');
  expect(await findBarriers(page)).toEqual([]);
  await looks(page).getByRole('button', { name: 'Try again' }).click();
  await expect(looks(page)).toHaveCount(0);
  await page.getByRole('main').getByRole('link', { name: SENTENCE }).click();
  await expect(page.getByText('Done.', { exact: true })).toBeVisible();
});
