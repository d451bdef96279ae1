import type { Page } from '@playwright/test';
import { watchShifts } from './count-shifts.ts';
import { askBox, expect, lineAbout, MAIN_SENTENCE, plan, say, test } from './open-life.ts';

const TWO_STEPS = 'Put dentist on Thursday at 3pm and remind me to pay the rent on the 1st of every month';

/** The browser forgives what moves within half a second of a press; an answer that comes later is not forgiven. */
const LATER_MS = 700;

async function ask(page: Page, sentence: string): Promise<void> {
  await askBox(page).fill(sentence);
  await askBox(page).press('Enter');
  await expect(page.getByText('What I understood')).toBeVisible();
}

/** What moves from now on, once the screen that was gone to has been drawn. */
async function fromNowOn(page: Page, shifts: () => Promise<string[]>): Promise<() => Promise<string[]>> {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const { length } = await shifts();
  return async () => {
    await page.waitForTimeout(LATER_MS);
    return (await shifts()).slice(length);
  };
}

test('nothing of a plan moves while it gets ready, is done and is taken back', async ({ page }) => {
  const shifts = await watchShifts(page);
  await page.route('**/rpc/**', async (route) => {
    await new Promise((waited) => setTimeout(waited, LATER_MS));
    await route.continue();
  });
  await ask(page, TWO_STEPS);
  const moved = await fromNowOn(page, shifts);
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
  expect(await moved()).toEqual([]);
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('All 2 done.')).toBeVisible();
  await expect(plan(page).getByRole('button', { name: 'Undo' })).toHaveCount(2);
  expect(await moved()).toEqual([]);
  // What is taken back is another button with other words at the same end: that much a press moves.
  await page.unrouteAll({ behavior: 'wait' });
  await lineAbout(page, 'Pay the rent').getByRole('button', { name: 'Undo' }).click();
  await expect(lineAbout(page, 'Pay the rent')).toContainText('Taken back');
  expect(await moved()).toEqual([]);
  await lineAbout(page, 'Dentist').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('All 2 taken back.')).toBeVisible();
  expect(await moved()).toEqual([]);
});

test('nor of a request that is only a look, and of one with a single step', async ({ page }) => {
  const shifts = await watchShifts(page);
  await ask(page, 'show my lists');
  const looked = await fromNowOn(page, shifts);
  await expect(page.getByRole('main')).toContainText('You have no lists');
  expect(await looked()).toEqual([]);
  await ask(page, 'add milk to my shopping list');
  const moved = await fromNowOn(page, shifts);
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(plan(page).getByText('Done', { exact: true })).toBeVisible();
  expect(await moved()).toEqual([]);
});

test('a line whose outcome takes more words than its plan grows by itself, and no other line moves', async ({
  page,
}) => {
  const shifts = await watchShifts(page);
  await say(page, MAIN_SENTENCE);
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
  const topOf = async (about: string) => (await lineAbout(page, about).boundingBox())?.y;
  const places = async () => [await topOf('Dentist'), await topOf('Pay the rent'), await topOf('ana@example.com')];
  const before = await places();
  const moved = await fromNowOn(page, shifts);
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('All 3 done.')).toBeVisible();
  await expect(plan(page).getByRole('button', { name: 'Save' })).toBeVisible();
  expect(await places()).toEqual(before);
  for (const shift of await moved()) expect(shift).toContain('Makes a draft');
});
