import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { watchShifts } from './count-shifts.ts';
import { findBarriers } from './find-barriers.ts';
import { askBox, expect, goTo, say, test } from './open-life.ts';

// A whole way with a look for barriers at each stop.
test.setTimeout(180_000);

const ribbon = (page: Page) => page.getByRole('region', { name: 'Practice life' });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function practise(page: Page): Promise<void> {
  await goTo(page, 'Practice life');
  await expect(ribbon(page)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Three things to try' })).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('approve, undo and pause are rehearsed, then one press leaves and nothing of it is left', async ({
      page,
      life,
    }) => {
      const before = await (await life.call('GET', '/status')).json();
      await practise(page);
      const shifts = await watchShifts(page);
      await expect(askBox(page)).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      expect(await shifts()).toEqual([]);

      await press(page, 'Pay the electricity bill');
      await expect(askBox(page)).toHaveValue('Pay the electricity bill');
      await askBox(page).press('Enter');
      await expect(page.getByText('Pay the electricity bill: €42.60 to River Power').first()).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await press(page, 'Approve');
      await expect(page.getByText('There is €1,799.90 left in your account.')).toBeVisible();
      await press(page, 'Undo');
      await expect(page.getByText('Taken back').first()).toBeVisible();

      await goTo(page, 'Home');
      await press(page, 'Pause everything');
      await expect(page.getByText(/^Everything is paused/)).toBeVisible();
      await expect(page.getByText('You have tried all three.')).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);

      for (const place of ['Approvals', 'Automations', 'Timeline', 'Integrations', 'Policies', 'Memory', 'Set up']) {
        await page.goto(`${life.app().origin}/?life=practice#/${place === 'Set up' ? 'welcome' : place.toLowerCase()}`);
        await expect(ribbon(page)).toBeVisible();
      }

      await press(page, 'Leave practice');
      await expect(askBox(page)).toBeVisible();
      await expect(ribbon(page)).toHaveCount(0);
      await expect(page.getByText(/^Everything is paused/)).toHaveCount(0);
      await expect.poll(() => existsSync(join(life.dataFolder, 'practice'))).toBe(false);
      expect(await (await life.call('GET', '/status')).json()).toMatchObject({
        lastSeq: before.lastSeq,
        isPractice: false,
      });
    });
  });
}

test('a page of it goes on after a crash, and a bill that was paid stays paid', async ({ page, life }) => {
  await practise(page);
  await say(page, 'Pay the water bill');
  await press(page, 'Approve');
  await expect(page.getByText('The water bill is paid')).toBeVisible();
  await life.restart('kill');
  await goTo(page, 'Home');
  await expect(ribbon(page)).toBeVisible();
  await say(page, 'Which bills are due?');
  await expect(page.getByText('3 bills are due.')).toBeVisible();
});

test('on a window of 320 pixels the ribbon and the way out stay in sight', async ({ page }) => {
  await practise(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(page.getByRole('button', { name: 'Leave practice' })).toBeInViewport();
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBe(0);
  expect(await findBarriers(page)).toEqual([]);
});

test('nobody but the owner’s own token opens it, and a closed one says so', async ({ life }) => {
  const { origin, token } = life.app();
  const ask = (key: string) =>
    fetch(`${origin}/practice/api/v1/status`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask(token)).status).toBe(404);
  expect((await life.call('POST', '/practice/begin')).status).toBe(200);
  expect(await (await ask(token)).json()).toMatchObject({ isPractice: true });
  const made = await (await life.call('POST', '/access-tokens', { name: 'a key', role: 'viewer' })).json();
  expect((await ask(made.key)).status).toBe(401);
  expect((await ask('x'.repeat(43))).status).toBe(401);
});
