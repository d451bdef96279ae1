import type { Page } from '@playwright/test';
import { findBarriers } from './find-barriers.ts';
import { askBox, expect, goTo, type Life, plan, say, test } from './open-life.ts';

/** Has it asked for without anybody answering. */
async function ask(life: Life, intent: string): Promise<void> {
  const before = await waiting(life);
  await life.call('POST', '/tasks', { intent });
  await expect.poll(async () => (await waiting(life)).length, { intervals: [50] }).toBeGreaterThan(before.length);
}

const waiting = async (life: Life): Promise<{ id: string; digest: string; card: { title: string } }[]> =>
  (await (await life.call('GET', '/approvals?status=waiting')).json()).items;

const remindersOf = async (life: Life): Promise<string[]> =>
  (await (await life.call('GET', '/schedules')).json()).items.map(({ message }: { message: string }) => message).sort();

const article = (page: Page, text: string | RegExp) => page.getByRole('article').filter({ hasText: text });

/** Its card takes several seconds to read. */
const LONG_TO_READ =
  'Remind me to bring the signed form, both keys, the old contract and the blue folder to the office tomorrow at 9';

/** Three answers in one breath: however long the first was looked at, nobody can have read the other two. */
async function answerTooFast(life: Life): Promise<void> {
  for (const what of ['towels', 'books', 'shoes']) await ask(life, `remind me to pack the ${what} tomorrow at 8`);
  for (const { id, digest, card } of await waiting(life)) {
    if (!card.title.includes('Pack the')) continue;
    expect((await life.call('POST', `/approvals/${id}/decision`, { decision: 'approve', digest })).status).toBe(200);
  }
}

test('like cards of three requests stand as one, every value to be read, and are approved together', async ({
  page,
  life,
}) => {
  await goTo(page, 'Approvals');
  await ask(life, 'put dentist on Thursday at 3pm');
  await ask(life, 'remind me to call Ana tomorrow at 9');
  await expect(page.getByRole('article')).toHaveCount(2);
  await ask(life, 'remind me to water the plants tomorrow at 10');
  await ask(life, 'remind me to stretch tomorrow at 11');
  const together = article(page, '3 of the same kind');
  await expect(together).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(together.getByRole('listitem').filter({ hasText: 'Call Ana' })).toContainText(
    'Call Ana · from your words',
  );
  await expect(together.getByRole('checkbox')).toHaveCount(3);

  await test.step('one by one they can be looked at, too', async () => {
    await together.getByRole('button', { name: 'One by one' }).click();
    await expect(page.getByRole('article')).toHaveCount(4);
    await page.reload();
    await expect(page.getByRole('article')).toHaveCount(2);
  });

  await test.step('what isn’t ticked stays', async () => {
    await together.getByRole('listitem').filter({ hasText: 'Stretch' }).getByRole('checkbox').click();
    await together.getByRole('button', { name: 'Approve 2' }).click();
    await expect(article(page, 'of the same kind')).toHaveCount(0);
    await expect(article(page, 'Stretch')).toBeVisible();
    await expect(page.getByRole('article')).toHaveCount(2);
    await expect.poll(() => remindersOf(life)).toEqual(['Call Ana', 'Water the plants']);
  });

  await test.step('“Not now” leaves them together as well', async () => {
    await ask(life, 'remind me to read tomorrow at 12');
    await article(page, '2 of the same kind').getByRole('button', { name: 'Not now' }).click();
    await expect(page.getByRole('article')).toHaveCount(1);
    expect(await remindersOf(life)).toEqual(['Call Ana', 'Water the plants']);
  });
});

test('all that are ticked are approved at once', async ({ page, life }) => {
  await goTo(page, 'Approvals');
  await ask(life, 'remind me to call Ana tomorrow at 9');
  await ask(life, 'remind me to water the plants tomorrow at 10');
  await ask(life, 'remind me to stretch tomorrow at 11');
  await page.getByRole('button', { name: 'Approve 3' }).click();
  await expect(page.getByText('Nothing waits for you')).toBeVisible();
  await expect.poll(() => remindersOf(life)).toEqual(['Call Ana', 'Stretch', 'Water the plants']);
});

test('a yes is made a rule: always, but only so often and so long', async ({ page, life }) => {
  await life.call('PUT', '/policies/first-week', { enabled: false });
  await goTo(page, 'Approvals');
  await ask(life, 'add milk to my shopping list');
  const card = article(page, 'milk');
  await card.getByRole('button', { name: 'Always, but only …' }).click();
  await expect(card.getByText(/^I may do this by myself, up to 10 a day/)).toBeVisible();
  const count = card.getByRole('spinbutton', { name: 'Times a day, at most' });
  await count.fill('0');
  await card.getByRole('button', { name: 'Approve, and let it from now on' }).click();
  await expect(card.getByText('Write a whole number from 1 to 1,000. Nothing was changed.')).toBeVisible();
  await count.fill('2');
  await expect(card.getByText(/^I may do this by myself, up to 2 a day/)).toBeVisible();
  await card.getByRole('button', { name: '30 days' }).click();
  await card.getByRole('button', { name: 'Approve, and let it from now on' }).click();
  await expect(page.getByText('Nothing waits for you')).toBeVisible();

  const { items } = await (await life.call('GET', '/policies/rules')).json();
  expect(items).toMatchObject([{ template: 'always-for-yourself', blanks: { tool: 'lists.add-items', count: 2 } }]);
  expect(Date.parse(items[0].expiresAt) - Date.parse(items[0].createdAt)).toBe(30 * 24 * 60 * 60 * 1000);
  await goTo(page, 'Home');
  await say(page, 'Add eggs to my shopping list');
  await expect(page.getByText('Done.', { exact: true })).toBeVisible();
  await goTo(page, 'Home');
  await say(page, 'Add salt to my shopping list');
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
});

test('in the first week it is said when such a rule begins to count; what wants a look of its own is never offered', async ({
  page,
  life,
}) => {
  await goTo(page, 'Approvals');
  await ask(life, 'put dentist on Thursday at 3pm');
  await ask(life, 'put piano lesson on Thursday at 3:30pm');
  await article(page, 'Dentist').first().getByRole('button', { name: 'Always, but only …' }).click();
  await expect(page.getByText('The rule counts once your careful first week is over.')).toBeVisible();
  await page.getByRole('button', { name: 'Leave as it was' }).click();
  await expect(
    article(page, /Piano lesson” in your calendar/).getByRole('button', { name: 'Always, but only …' }),
  ).toHaveCount(0);
});

test('who answers faster than can be read waits a moment, with the reason, and only for a yes', async ({
  page,
  life,
}) => {
  await answerTooFast(life);
  await test.step('on the plan', async () => {
    await say(page, LONG_TO_READ);
    const approve = page.getByRole('button', { name: 'Approve' });
    await expect(approve).toBeDisabled();
    await expect(approve).toHaveAccessibleDescription(
      /^Your last answers came faster than they can be read, so this one waits a moment for you\. You can approve in \d+ seconds?\.$/,
    );
    await expect(page.getByRole('status').filter({ hasText: 'faster than they can be read' })).toHaveCount(1);
    await approve.focus();
    await page.keyboard.press('Enter');
    await expect(approve).toBeFocused();
    await expect(plan(page)).toContainText('Needs your OK');
  });

  await test.step('on its card, where Change and Not now work at once', async () => {
    await goTo(page, 'Approvals');
    await expect(page.getByText(/^You were asked \d times today/)).toBeVisible();
    const card = article(page, 'blue folder');
    await expect(card.getByRole('button', { name: 'Approve' })).toBeDisabled();
    await expect(page.getByRole('status').filter({ hasText: 'faster than they can be read' })).toHaveCount(1);
    await card.getByRole('button', { name: 'Change' }).click();
    await card.getByRole('button', { name: 'Leave as it was' }).click();
    await expect(card.getByText(/You can approve in 1 second\./)).toBeVisible();
    await expect(card.getByRole('button', { name: 'Approve' })).toBeEnabled();
    await expect(card).toContainText('Waits until');
    await card.getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByText('Nothing waits for you')).toBeVisible();
  });

  await test.step('and after one that was read, nothing waits any more', async () => {
    await goTo(page, 'Home');
    await say(page, 'Put gym on Friday at 5pm');
    await expect(page.getByRole('button', { name: 'Approve' })).toBeEnabled();
    await expect(askBox(page)).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('cards together, a rule of a yes, and a yes that waits are open to everyone', async ({ page, life }) => {
      await goTo(page, 'Approvals');
      await ask(life, 'put dentist on Thursday at 3pm');
      await ask(life, 'remind me to call Ana tomorrow at 9');
      await ask(life, 'remind me to stretch tomorrow at 11');
      const together = article(page, '2 of the same kind');
      await expect(together).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await together.getByRole('checkbox').first().click();
      await expect(together.getByText('What isn’t ticked stays here.')).toBeVisible();
      await article(page, 'Dentist').getByRole('button', { name: 'Always, but only …' }).click();
      await expect(page.getByRole('button', { name: 'Approve, and let it from now on' })).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Leave as it was' }).click();
      await answerTooFast(life);
      await expect(page.getByText('faster than they can be read').first()).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
    });
  });
}
