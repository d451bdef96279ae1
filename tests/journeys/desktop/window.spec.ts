import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { goTo, lineAbout, MAIN_SENTENCE, plan, say } from '../open-life.ts';
import { expect, test } from './open-desktop.ts';

test('in the app’s own window a sentence becomes a plan, is done, and is taken back, over a message port', async ({
  desktop,
}) => {
  const { page, dataFolder } = desktop;
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!/^(app:|https:\/\/life-os\.app\.invalid)/.test(request.url())) elsewhere.push(request.url());
  });

  await say(page, MAIN_SENTENCE);
  await expect(plan(page).getByRole('listitem')).toHaveCount(3);
  await expect(page.getByText('2 of 3 steps need your OK. Nothing starts before it.')).toBeVisible();
  expect(existsSync(join(dataFolder, 'calendar'))).toBe(false);
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('All 3 done.')).toBeVisible();
  expect(readdirSync(join(dataFolder, 'calendar'))).toContain('personal.ics');

  await test.step('a page that is loaded anew has a fresh port', async () => {
    await page.reload();
    await expect(page.getByText('All 3 done.')).toBeVisible();
    await goTo(page, 'Timeline');
    await expect(page.getByRole('list', { name: 'Timeline' })).toContainText('Made a plan of 3 steps.');
    await page.goBack();
  });

  await lineAbout(page, 'Dentist').getByRole('button', { name: 'Undo' }).click();
  await expect(lineAbout(page, 'Dentist')).toContainText('Taken back');
  expect(elsewhere).toEqual([]);
});
