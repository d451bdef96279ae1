import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, goTo, type Life, MAIN_SENTENCE, say, test } from './open-life.ts';

const draftsIn = ({ dataFolder }: Life): string[] =>
  readdirSync(join(dataFolder, 'drafts')).filter((name) => name.endsWith('.eml'));
const schedulesIn = async (life: Life): Promise<unknown[]> =>
  (await (await life.call('GET', '/schedules')).json()).items;

const timeline = (page: Page): Locator => page.getByRole('list', { name: 'Timeline' });
const row = (page: Page, about: RegExp): Locator => timeline(page).getByRole('listitem').filter({ hasText: about });

const theDraft = /^.*is saved as “/;
const theEvent = /“Dentist” is in your calendar/;

async function doTheMainSentence(page: Page): Promise<void> {
  await say(page, MAIN_SENTENCE);
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('All 3 done.')).toBeVisible();
  await goTo(page, 'Timeline');
}

test('what was taken back is put back from its row, and taken back again', async ({ page, life }) => {
  await doTheMainSentence(page);
  const [name = ''] = draftsIn(life);
  for (let time = 1; time <= 2; time += 1) {
    await row(page, theDraft).getByRole('button', { name: 'Undo' }).click();
    await expect(row(page, theDraft).getByRole('button', { name: 'Put it back' })).toBeVisible();
    expect(draftsIn(life)).toEqual([]);
    await row(page, theDraft).getByRole('button', { name: 'Put it back' }).click();
    await expect(row(page, /Put back: /)).toHaveCount(time);
    expect(draftsIn(life)).toEqual([name]);
  }
});

test('what the person changed is asked about and kept until they say otherwise', async ({ page, life }) => {
  await doTheMainSentence(page);
  const path = join(life.dataFolder, 'drafts', draftsIn(life)[0] ?? '');
  const mine = `${readFileSync(path, 'utf8')}\r\nSee you soon!\r\n`;
  writeFileSync(path, mine);

  await row(page, theDraft).getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, theDraft)).toContainText('has changed since this was done, so it was left alone.');
  await row(page, theDraft).getByRole('button', { name: 'Keep my change' }).click();
  await expect(row(page, /You left it as it is/)).toBeVisible();
  expect(readFileSync(path, 'utf8')).toBe(mine);

  await row(page, theDraft).getByRole('button', { name: 'Undo' }).click();
  await row(page, theDraft).getByRole('button', { name: 'Take it back anyway' }).click();
  await expect(row(page, theDraft).getByRole('button', { name: 'Put it back' })).toBeVisible();
  expect(existsSync(path)).toBe(false);
  const { items } = await (await life.call('GET', '/artifacts')).json();
  expect(items.filter(({ mediaType }: { mediaType: string }) => mediaType === 'message/rfc822')).toHaveLength(2);
});

test('a whole day is taken back after it was shown what goes', async ({ page, life }) => {
  await doTheMainSentence(page);
  await page.getByRole('button', { name: 'Take back this day' }).click();
  const sheet = page.getByRole('alertdialog', { name: 'Take back everything of today?' });
  await expect(sheet).toContainText('3 things are taken back, the latest first.');
  await expect(sheet.getByRole('listitem')).toHaveCount(3);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await sheet.getByRole('button', { name: 'Leave it as it is' }).click();
  await expect(sheet).toHaveCount(0);
  expect(draftsIn(life)).toHaveLength(1);

  await page.getByRole('button', { name: 'Take back this day' }).click();
  await sheet.getByRole('button', { name: 'Take it back' }).click();
  await expect(row(page, /^.*Taken back: /)).toHaveCount(3);
  expect(draftsIn(life)).toEqual([]);
  expect(await schedulesIn(life)).toEqual([]);
  await row(page, theEvent).getByRole('button', { name: 'Put it back' }).click();
  await expect(row(page, theEvent).getByRole('button', { name: 'Undo' })).toBeVisible();
});
