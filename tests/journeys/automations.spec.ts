import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { findBarriers } from './find-barriers.ts';
import { expect, goTo, test } from './open-life.ts';

const row = (page: Page, text: string) =>
  page.getByRole('list', { name: 'What is done by itself' }).getByRole('listitem').filter({ hasText: text }).first();

async function setUp(page: Page, sentence: string): Promise<void> {
  await goTo(page, 'Automations');
  await page.getByRole('button', { name: 'Set something up' }).click();
  await page.getByRole('textbox', { name: 'What do you want done?' }).fill(sentence);
  await page.getByRole('button', { name: 'See what it will do' }).click();
}

test('something is set up in a sentence, seen before, agreed to, done by itself, and its yes taken back', async ({
  page,
  life,
}) => {
  await setUp(page, 'every weekday at 7am, add milk to my shopping list');
  const lines = page.getByRole('list', { name: 'What it will do each time' });
  await expect(lines).toContainText('Make the list “Shopping” with “milk”');
  await expect(lines).toContainText('Asks each time, unless you say yes to it now');
  await lines.getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Set it up' }).click();

  const mine = row(page, 'Add milk to my shopping list');
  await expect(mine).toContainText('Every weekday, 07:00');
  await mine.getByRole('button', { name: 'Do now: Add milk to my shopping list' }).click();
  await expect(mine.getByRole('link', { name: /done$/ })).toBeVisible();
  const { items } = await (await life.call('GET', '/approvals?status=waiting')).json();
  expect(items).toEqual([]);

  await mine.getByRole('button', { name: 'What you said yes to' }).click();
  await mine.getByRole('button', { name: 'Ask me again' }).click();
  await expect(mine.getByRole('button', { name: 'What you said yes to' })).toHaveCount(0);
});

test('it is paused, let go on, removed, and the removal is taken back', async ({ page, life }) => {
  await setUp(page, 'every Monday at 8, show me my events today');
  await page.getByRole('button', { name: 'Set it up' }).click();
  const mine = row(page, 'Show me my events today');
  const isOn = mine.getByRole('switch', { name: 'Is on: Show me my events today' });
  await expect(mine).toContainText('Next Monday');
  await isOn.click();
  await expect(mine).toContainText('Paused');
  await life.restart('kill');
  await expect(mine).toContainText('Paused');
  await isOn.click();
  await expect(mine).toContainText('Next Monday');
  await mine.getByRole('button', { name: 'Remove: Show me my events today' }).click();
  await expect(page.getByText('is removed. What it did stays in the timeline.')).toBeVisible();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(mine).toContainText('Next Monday');
});

test('it is tried out without doing anything, and practises until it is let do it in earnest', async ({
  page,
  life,
}) => {
  await setUp(page, 'every weekday at 7am, add milk to my shopping list');
  await page.getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Set it up' }).click();
  const mine = row(page, 'Add milk to my shopping list');
  await mine.getByRole('button', { name: 'Try it out', exact: true }).click();
  await mine.getByRole('button', { name: 'Try it out now, without doing anything' }).click();
  await expect(mine.getByRole('link', { name: /tried out$/ })).toBeVisible();

  await mine.getByRole('switch', { name: /^Just practise/ }).click();
  await expect(mine.getByText('Only practises')).toBeVisible();
  await life.restart('kill');
  await page.reload();
  await expect(mine.getByText('Only practises')).toBeVisible();
  await mine.getByRole('button', { name: 'Do now: Add milk to my shopping list' }).click();
  await expect.poll(async () => (await (await life.call('GET', '/workflows')).json()).items.length).toBe(2);
  await expect(mine.getByRole('link', { name: /tried out$/ })).toBeVisible();
  expect(readdirSync(life.dataFolder)).not.toContain('lists');
  expect(await findBarriers(page)).toEqual([]);
  await mine.getByRole('link', { name: /tried out$/ }).click();
  await expect(
    page.getByText('This is only tried out. Nothing is changed; you read what would be done.'),
  ).toBeVisible();
  await expect(page.getByText('Only a rehearsal: Made the list “Shopping” with “milk”.')).toBeVisible();
  await expect(page.getByText('Tried out. Nothing was changed.')).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await goTo(page, 'Timeline');
  await expect(page.getByText('You let it only practise: “Add milk to my shopping list”')).toBeVisible();

  await goTo(page, 'Automations');
  await mine.getByRole('button', { name: 'Try it out', exact: true }).click();
  await mine.getByRole('switch', { name: /^Just practise/ }).click();
  await expect(mine.getByText('Only practises')).toHaveCount(0);
  await mine.getByRole('button', { name: 'Do now: Add milk to my shopping list' }).click();
  await expect(mine.getByRole('link', { name: /done$/ })).toBeVisible();
  expect(readdirSync(life.dataFolder)).toContain('lists');
});

test('what can’t be understood is said in plain words, and when is chosen by hand', async ({ page }) => {
  await setUp(page, 'show me my shopping list');
  await expect(page.getByText(/^I can’t tell from the sentence how often/)).toBeVisible();
  await page.getByRole('button', { name: 'When something happens' }).click();
  await page.getByRole('button', { name: 'A reminder goes off' }).click();
  await page.getByRole('button', { name: 'What it says' }).click();
  await page.getByRole('textbox', { name: '…contains' }).fill('groceries');
  await page.getByRole('button', { name: 'See what it will do' }).click();
  await page.getByRole('button', { name: 'Set it up' }).click();
  await expect(row(page, 'Show me my shopping list')).toContainText(
    'When a reminder goes off and what it says contains “groceries” · Waiting for it',
  );
});

test('what came due while the app was killed is done at the next start, once', async ({ page, life }) => {
  const secondsAhead = 4;
  const at = new Date(Date.now() + secondsAhead * 1000).toISOString();
  const planned = { sentence: 'add milk to my shopping list', trigger: { kind: 'once', at } };
  const { lines } = await (await life.call('POST', '/automations/rehearse', planned)).json();
  const consents = [{ stepId: lines[0].stepId, digest: lines[0].digest }];
  expect((await life.call('POST', '/automations', { ...planned, consents })).status).toBe(201);
  await life.app().kill();
  await page.waitForTimeout((secondsAhead + 1) * 1000);
  await life.restart('kill');
  const runs = async () => (await (await life.call('GET', '/workflows')).json()).items;
  await expect.poll(async () => (await runs()).map(({ state }: { state: string }) => state)).toEqual(['completed']);
  await life.restart('kill');
  expect(await runs()).toHaveLength(1);
  await page.reload();
  await goTo(page, 'Automations');
  await expect(row(page, 'add milk to my shopping list')).toContainText('Has ended');
});
