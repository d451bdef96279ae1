import type { Page } from '@playwright/test';
import { watchShifts } from './count-shifts.ts';
import { findBarriers } from './find-barriers.ts';
import { askBox, expect, goTo, say, test } from './open-life.ts';

// A whole way with a look for barriers at each stop.
test.setTimeout(180_000);

test.use({ isFirstStart: true });

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('a newcomer goes the whole way: what is chosen holds, and Undo has been tried', async ({ page, life }) => {
      const shifts = await watchShifts(page);
      await expect(title(page, 'Say what you want done. Nothing happens behind your back.')).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await press(page, 'Begin');

      await expect(title(page, 'What would you like help with first?')).toBeVisible();
      await press(page, 'Travel');
      await press(page, 'Health');
      expect(await findBarriers(page)).toEqual([]);
      await press(page, 'Continue');

      await expect(title(page, 'Connect an account, or don’t')).toBeVisible();
      await expect(page.getByRole('article', { name: 'Mail' })).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await press(page, 'Continue without an account');

      await page.getByRole('radio', { name: 'Ask me for everything' }).click();
      await expect(page.getByRole('radio', { name: 'Ask me for everything' })).toBeChecked();
      expect(await findBarriers(page)).toEqual([]);
      await press(page, 'Continue');

      await page.getByRole('spinbutton', { name: 'Most money in a day' }).fill('-3');
      await press(page, 'Continue');
      await expect(page.getByText('Write an amount up to 1,000,000,000. Nothing was changed.')).toBeVisible();
      await page.getByRole('spinbutton', { name: 'Most money in a day' }).fill('40');
      await page.getByRole('spinbutton', { name: 'Most posts in a day' }).fill('1');
      await page.getByRole('spinbutton', { name: 'Most applications in a day' }).fill('2');
      await page.getByRole('spinbutton', { name: 'Most messages, posts or applications of one plan' }).fill('4');
      await expect(page.getByText('Nothing was done in the last 30 days that it could be tried on.')).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await press(page, 'Continue');

      const sentences = page.getByRole('list', { name: 'Sentences to start with' }).getByRole('listitem');
      await expect(sentences).toHaveCount(3);
      await expect(sentences.first()).toHaveText('Make a packing list with passport, charger and toothbrush');
      expect(await findBarriers(page)).toEqual([]);
      // From here on the plan grows as it is carried out; the screens themselves stand still.
      expect(await shifts()).toEqual([]);
      await sentences.first().getByRole('button').click();
      await expect(page.getByText('Read what will happen, then press Approve.')).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await press(page, 'Approve');
      await expect(page.getByText('Now press Undo once, to see it go back.')).toBeVisible();
      await press(page, 'Undo');
      await expect(page.getByText('Taken back. Put it back, or leave it')).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await press(page, 'Continue');

      await expect(title(page, 'You are set up')).toBeVisible();
      await expect(page.getByText('Done, and Undo tried')).toBeVisible();
      await expect(page.getByText('Ask me for everything')).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await press(page, 'Open Life OS');
      await expect(askBox(page)).toBeVisible();

      const { items } = await (await life.call('GET', '/policies')).json();
      const policy = (kind: string) => items.find((each: { kind: string }) => each.kind === kind);
      expect(policy('autonomy').autonomy).toBe('ask-everything');
      expect(policy('limits').limits).toMatchObject({
        otherSpending: { perDay: 4_000 },
        postsPerDay: 1,
        applicationsPerDay: 2,
        perPlan: 4,
      });
      expect(await (await life.call('GET', '/onboarding')).json()).toMatchObject({
        state: 'finished',
        priorities: ['travel', 'health'],
      });
      await page.goto(life.app().origin);
      await expect(askBox(page)).toBeVisible();
    });
  });
}

test('left in the middle, it goes on there after a restart, with Back to every answer', async ({ page, life }) => {
  await press(page, 'Begin');
  await press(page, 'Money');
  await press(page, 'Continue');
  await press(page, 'Continue without an account');
  await expect(title(page, 'How much should you be asked?')).toBeVisible();
  await life.restart('kill');
  await page.goto(life.app().url);
  await expect(title(page, 'How much should you be asked?')).toBeVisible();
  await expect(page.getByText('Step 3 of 5')).toBeVisible();
  await press(page, 'Back');
  await expect(title(page, 'Connect an account, or don’t')).toBeVisible();
  await press(page, 'Back');
  await expect(page.getByRole('button', { name: 'Money' })).toHaveAttribute('aria-pressed', 'true');
  await press(page, 'Do it later');
  await expect(askBox(page)).toBeVisible();

  await page.reload();
  await expect(askBox(page)).toBeVisible();
  await goTo(page, 'Set up');
  await expect(title(page, 'What would you like help with first?')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Money' })).toHaveAttribute('aria-pressed', 'true');
});

test('it can be put off on its first screen, and pause stands on each', async ({ page }) => {
  await press(page, 'Pause everything');
  await expect(page.getByText(/^Everything is paused/)).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await press(page, 'Do it later');
  await expect(askBox(page)).toBeVisible();
});

test('the whole way by keyboard alone', async ({ page }) => {
  const tabTo = async (name: RegExp) => {
    for (let n = 0; n < 40; n += 1) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
      if (name.test(label.trim())) return;
    }
    throw new Error(`Tab does not lead to ${name}.`);
  };
  const heading = async (name: string) => {
    await expect(title(page, name)).toBeFocused();
  };
  await heading('Say what you want done. Nothing happens behind your back.');
  await tabTo(/^Begin$/);
  await page.keyboard.press('Enter');
  await heading('What would you like help with first?');
  await tabTo(/^Household$/);
  await page.keyboard.press('Space');
  await tabTo(/^Continue$/);
  await page.keyboard.press('Enter');
  await heading('Connect an account, or don’t');
  await tabTo(/^Continue without an account$/);
  await page.keyboard.press('Enter');
  await heading('How much should you be asked?');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await tabTo(/^Continue$/);
  await page.keyboard.press('Enter');
  await heading('Where should it always stop and ask?');
  await tabTo(/^Most posts in a day$/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2');
  await tabTo(/^Continue$/);
  await page.keyboard.press('Enter');
  await heading('Try it, for real');
  await tabTo(/^Remind me to water the plants/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
  await tabTo(/^Approve$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
  await tabTo(/^Undo$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Taken back. Put it back, or leave it')).toBeVisible();
  await tabTo(/^Continue$/);
  await page.keyboard.press('Enter');
  await heading('You are set up');
  await tabTo(/^Open Life OS$/);
  await page.keyboard.press('Enter');
  await expect(askBox(page)).toBeVisible();
});

test('on a window of 320 pixels nothing is cut off', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await press(page, 'Begin');
  const ways = ['Continue without choosing', 'Continue without an account', 'Continue', 'Continue'];
  for (const [at, next] of ways.entries()) {
    await expect(page.getByText(`Step ${at + 1} of 5`)).toBeVisible();
    await expect(page.getByRole('button', { name: next, exact: true })).toBeInViewport();
    expect({ next, sideways: await sideways(page) }).toEqual({ next, sideways: 0 });
    await press(page, next);
  }
  await page.getByRole('list', { name: 'Sentences to start with' }).getByRole('button').first().click();
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
  expect(await sideways(page)).toBe(0);
  expect(await findBarriers(page)).toEqual([]);
});

test('a press before the limits have come is not lost', async ({ page }) => {
  await press(page, 'Begin');
  for (const next of ['Continue without choosing', 'Continue without an account']) await press(page, next);
  await expect(page.getByRole('radio', { name: 'Ask me for important actions' })).toBeChecked();
  const { promise: isPressed, resolve } = Promise.withResolvers<void>();
  await page.route(/\/policies\/list/, async (route) => {
    await isPressed;
    await route.continue();
  });
  await press(page, 'Continue');
  await expect(page.getByText('Step 4 of 5')).toBeVisible();
  await expect(page.getByRole('spinbutton')).toHaveCount(0);
  await press(page, 'Continue');
  await expect(page.getByRole('list', { name: 'Sentences to start with' })).toBeVisible();
  resolve();
});

test('who has asked for something already is not pushed through it', async ({ page, life }) => {
  await life.call('POST', '/tasks', { intent: 'hello' });
  await page.goto(life.app().url);
  await expect(askBox(page)).toBeVisible();
  await say(page, 'What’s on my calendar this week?');
});
