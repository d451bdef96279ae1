import { readFileSync } from 'node:fs';
import { findBarriers } from './find-barriers.ts';
import { expect, goTo, say, test } from './open-life.ts';

test('finds what happened by words, goes to a day, and keeps a day as a text', async ({ page }) => {
  await say(page, 'show my reminders');
  await expect(page.getByRole('main')).toContainText('You have no reminders');
  await say(page, 'show my lists');
  await expect(page.getByRole('main')).toContainText('You have no lists');
  await goTo(page, 'Timeline');
  const list = page.getByRole('list', { name: 'Timeline' });
  await expect(list).toContainText('You have no lists');

  await page.getByLabel('Find').fill('MY REMIND');
  await expect(list).toContainText('show my reminders');
  await expect(list).not.toContainText('lists');
  await page.getByLabel('Find').fill('a dragon');
  await expect(page.getByText('Nothing says “a dragon”')).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);

  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect(list).toContainText('You have no lists');
  await page.getByLabel('Up to the day').fill('2020-01-01');
  await expect(page.getByText('Nothing of this kind yet')).toBeVisible();
  await page.getByRole('button', { name: 'Back to now' }).click();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save this day as text' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).toContain('“show my lists”');
  expect(text.split('\n')[0]).toMatch(/^\w+day,? \d+ \w+ \d{4}$/);
});
