import { readdirSync } from 'node:fs';
import { findBarriers } from '../find-barriers.ts';
import { askBox, goTo, MAIN_SENTENCE, plan, say } from '../open-life.ts';
import { doTheWholeJobByKeys, seeEveryWidth } from '../ways.ts';
import { expect, test } from './open-desktop.ts';

// What the browser's journeys show of the web door, through the app's own window and its message port.
test.setTimeout(180_000);

test('a card is changed, another put off, all of it goes by keys alone, and every width fits', async ({ desktop }) => {
  const { page, dataFolder } = desktop;
  await say(page, 'Put choir practice on Wednesday at 5pm');
  await expect(plan(page)).toBeVisible();
  await goTo(page, 'Approvals');
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('textbox').first().fill('Choir practice, second floor');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('article').getByText('“Choir practice, second floor”').first()).toBeVisible();
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Nothing waits for you')).toBeVisible();
  await goTo(page, 'Home');
  await say(page, 'add milk to my shopping list');
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(plan(page).getByText('Left out').first()).toBeVisible();
  expect(readdirSync(dataFolder)).toContain('calendar');
  expect(readdirSync(dataFolder)).not.toContain('lists');

  await test.step('the whole job needs no mouse', async () => {
    await goTo(page, 'Home');
    await doTheWholeJobByKeys(page);
  });
  await test.step('the narrowest window and the widest fit every screen', async () => {
    await seeEveryWidth(page, page.url(), [320, 2560]);
  });
});

test('a pause stops new work, outlasts the end of the app, and is lifted one by one', async ({ desktop }) => {
  await desktop.page.getByRole('button', { name: 'Pause everything' }).click();
  await expect(desktop.page.getByText(/^Everything is paused/)).toBeVisible();
  await say(desktop.page, MAIN_SENTENCE);
  await desktop.page.getByRole('button', { name: 'Approve' }).click();
  await expect(desktop.page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await desktop.restart();
  const { page, dataFolder } = desktop;
  await expect(page.getByText(/^Everything is paused/)).toBeVisible();
  for (const folder of ['calendar', 'drafts']) expect(readdirSync(dataFolder)).not.toContain(folder);
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Resume all' }).click();
  await expect(page.getByText(/^Everything is paused/)).toHaveCount(0);
  await expect.poll(() => readdirSync(dataFolder)).toEqual(expect.arrayContaining(['calendar', 'drafts']));
});

test.describe('who has never been here', () => {
  test.use({ isFirstStart: true });

  test('goes the whole way, with a first thing done and taken back', async ({ desktop }) => {
    const { page } = desktop;
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await press('Begin');
    await press('Travel');
    await press('Continue');
    await press('Continue without an account');
    await page.getByRole('radio', { name: 'Ask me for everything' }).click();
    await expect(page.getByRole('radio', { name: 'Ask me for everything' })).toBeChecked();
    await press('Continue');
    await expect(page.getByRole('spinbutton', { name: 'Most money in a day' })).toBeVisible();
    await press('Continue');
    await page.getByRole('list', { name: 'Sentences to start with' }).getByRole('button').first().click();
    await press('Approve');
    await expect(page.getByText('Now press Undo once, to see it go back.')).toBeVisible();
    await press('Undo');
    await expect(page.getByText('Taken back. Put it back, or leave it')).toBeVisible();
    await press('Continue');
    await expect(page.getByText('Done, and Undo tried')).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await press('Open Life OS');
    await expect(askBox(page)).toBeVisible();
  });
});
