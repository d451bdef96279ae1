import type { Page } from '@playwright/test';
import { findBarriers } from './find-barriers.ts';
import { expect, goTo, type Life, say, test } from './open-life.ts';

/** From here on the level decides, as after the first week. */
const endFirstWeek = async (life: Life) => {
  expect((await life.call('PUT', '/policies/first-week', { enabled: false })).status).toBe(200);
};

/** Asks for it and has a program of the person's say yes to whatever is asked. */
async function askAndApprove(life: Life, intent: string): Promise<void> {
  const { runId } = await (await life.call('POST', '/tasks', { intent })).json();
  const run = async () => (await life.call('GET', `/workflows/${runId}`)).json();
  await expect.poll(async () => (await run()).state).toBe('waiting_approval');
  for (const { id, digest } of (await run()).approvals) {
    await life.call('POST', `/approvals/${id}/decision`, { decision: 'approve', digest });
  }
  await expect.poll(async () => (await run()).state).toBe('completed');
}

const rules = (page: Page) => page.getByRole('list', { name: 'Your own rules' });
const rule = (page: Page, says: string) => rules(page).getByRole('listitem').filter({ hasText: says });
const NOTHING_FROM_OUTSIDE = 'as long as it reaches nobody else and can be taken back: Add to a list.';

test('a rule is made of a sentence, tried before, and its like goes by itself from then on', async ({ page, life }) => {
  await askAndApprove(life, 'add milk to my shopping list');
  await endFirstWeek(life);
  await goTo(page, 'Policies');
  await expect(page.getByText('You have no rules of your own yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Make a rule' }).click();
  await expect(page.getByRole('list', { name: 'Let it do by itself' })).toBeVisible();
  await page.getByRole('button', { name: /^I may do this by myself.*nobody else/ }).click();

  await test.step('what is missing is said by its blank, and nothing is kept', async () => {
    await page.getByRole('button', { name: 'Make the rule' }).click();
    await expect(page.getByText('Choose what it is about.')).toBeVisible();
    await page.getByRole('spinbutton', { name: 'Times a day, at most' }).fill('0');
    await expect(page.getByText('Write a whole number from 1 to 1,000.')).toBeVisible();
    expect((await (await life.call('GET', '/policies/rules')).json()).items).toEqual([]);
  });

  await test.step('it is shown as it will read, with what it would have changed', async () => {
    await page.getByRole('combobox', { name: 'What', exact: true }).selectOption({ label: 'Add to a list' });
    await page.getByRole('spinbutton', { name: 'Times a day, at most' }).fill('3');
    await page.getByRole('button', { name: '30 days' }).click();
    await expect(page.getByText(`I may do this by myself, up to 3 a day, ${NOTHING_FROM_OUTSIDE}`)).toBeVisible();
    await expect(
      page.getByText('Of the one thing of the last 30 days, you would have been asked about 1 fewer.', { exact: true }),
    ).toBeVisible();
  });

  await test.step('once made it counts, says until when, and how it is written', async () => {
    await page.getByRole('button', { name: 'Make the rule' }).click();
    const mine = rule(page, NOTHING_FROM_OUTSIDE);
    await expect(mine).toContainText('Counts until');
    await mine.getByRole('button', { name: 'How it is written' }).click();
    await expect(mine.getByText('permit (principal, action, resource == Tool::"lists.add-items")')).toBeVisible();
    await goTo(page, 'Home');
    await say(page, 'Add eggs to my shopping list');
    await expect(page.getByText('Done.', { exact: true })).toBeVisible();
  });

  await test.step('it is taken away after one more question, and then its like is asked again', async () => {
    await goTo(page, 'Policies');
    await rules(page)
      .getByRole('button', { name: /^Take away: I may do this/ })
      .click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect(rule(page, NOTHING_FROM_OUTSIDE)).toBeVisible();
    await rules(page)
      .getByRole('button', { name: /^Take away: I may do this/ })
      .click();
    await page.getByRole('button', { name: 'Take it away' }).click();
    await expect(page.getByText('You have no rules of your own yet.')).toBeVisible();
    await goTo(page, 'Home');
    await say(page, 'Add salt to my shopping list');
    await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
  });
});

test('a rule is set aside by who types it out, says until when, and is put back', async ({ page, life }) => {
  const says = 'Never do this: Add to a list.';
  await goTo(page, 'Policies');
  await page.getByRole('button', { name: 'Make a rule' }).click();
  await page.getByRole('button', { name: /^Never do this/ }).click();
  await page.getByRole('combobox', { name: 'What', exact: true }).selectOption({ label: 'Add to a list' });
  await page.getByRole('button', { name: 'Make the rule' }).click();
  const mine = rule(page, says);
  await expect(mine).toContainText('Counts until you take it away.');
  await goTo(page, 'Home');
  await say(page, 'Add milk to my shopping list');
  await expect(page.getByText(says).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  await goTo(page, 'Policies');
  await mine.getByRole('button', { name: 'Set aside for a while' }).click();
  const sheet = page.getByRole('dialog', { name: 'Set this rule aside for a while' });
  const setAside = sheet.getByRole('button', { name: 'Set it aside' });
  await expect(setAside).toBeDisabled();
  await sheet.getByRole('textbox', { name: 'Type the sentence out' }).fill('yes');
  await setAside.click();
  await expect(sheet.getByText('type its sentence out exactly')).toBeVisible();
  await sheet.getByRole('textbox', { name: 'Type the sentence out' }).fill('never do this: add to a list.');
  await sheet.getByRole('button', { name: '4 hours', exact: true }).click();
  await setAside.click();
  await expect(mine).toContainText('Then it counts again by itself.');
  await goTo(page, 'Timeline');
  await expect(page.getByText(`You set a rule aside until`).first()).toBeVisible();
  await expect(page.getByText('You typed: never do this: add to a list.')).toBeVisible();

  await goTo(page, 'Home');
  await say(page, 'Add eggs to my shopping list');
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
  await goTo(page, 'Policies');
  await mine.getByRole('button', { name: 'Put it back now' }).click();
  await expect(mine).toContainText('Counts until you take it away.');
  expect((await (await life.call('GET', '/policies/rules')).json()).items).toMatchObject([{ setAsideUntil: null }]);
});

test('a rule that is written out is refused with its line, and taken once it can be read', async ({ page }) => {
  await goTo(page, 'Policies');
  await page.getByRole('button', { name: 'Write the rule out' }).click();
  const text = page.getByRole('textbox', { name: 'The rule' });
  const cedar = '@says("Never on a Tuesday.")\nforbid (principal, action, resource)\nwhen { context.weekday == 2 };';
  await text.fill(cedar.replace('weekday', 'weekdy'));
  await page.getByRole('button', { name: 'Make the rule' }).click();
  await expect(
    page.getByText('The rule at line 3 of “Your rule” uses words that I don’t know. Nothing was changed'),
  ).toBeVisible();
  await expect(page.getByText('did you mean `weekday`?')).toBeVisible();
  await text.fill(cedar);
  await page.getByRole('button', { name: 'Make the rule' }).click();
  await expect(rule(page, 'Never on a Tuesday.')).toContainText('Counts until you take it away.');
});

test('what the answers speak for is suggested with its evidence, and let or never suggested again', async ({
  page,
  life,
}) => {
  await endFirstWeek(life);
  for (const what of ['milk', 'eggs', 'salt', 'rice', 'tea'])
    await askAndApprove(life, `add ${what} to my shopping list`);
  for (const hour of [9, 10, 11, 12, 13]) await askAndApprove(life, `remind me to stretch tomorrow at ${hour}`);
  await goTo(page, 'Policies');
  const suggested = page.getByRole('list', { name: 'Rules that your answers speak for' });
  const about = (what: string) => suggested.getByRole('listitem').filter({ hasText: what });
  await expect(about('Add to a list')).toContainText('You said yes 5 of 5 times since today.');
  await about('Set a reminder').getByRole('button', { name: 'Don’t suggest this again' }).click();
  const last = page.getByRole('list', { name: 'A rule that your answers speak for' });
  await expect(last.getByRole('listitem')).toHaveCount(1);
  await last.getByRole('button', { name: 'Let it' }).click();
  await expect(rule(page, NOTHING_FROM_OUTSIDE)).toBeVisible();
  await expect(last).toHaveCount(0);
  await askAndApprove(life, 'remind me to stretch tomorrow at 15');
  await page.reload();
  await expect(rule(page, NOTHING_FROM_OUTSIDE)).toBeVisible();
  await expect(last).toHaveCount(0);
  await goTo(page, 'Timeline');
  await expect(page.getByText('You don’t want this to be suggested again').first()).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('one’s own rules are open to everyone, from the first to the one set aside', async ({ page, life }) => {
      await goTo(page, 'Policies');
      await page.getByRole('button', { name: 'Make a rule' }).click();
      await expect(page.getByRole('list', { name: 'Ask me or never' })).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: /^Never spend more.*even if I say yes/ }).click();
      await page.getByRole('button', { name: 'Make the rule' }).click();
      await expect(page.getByText('Write an amount of money.')).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('spinbutton', { name: 'Amount' }).fill('50');
      await expect(page.getByText('Never spend more than €50.00 in a day, even if I say yes.')).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Make the rule' }).click();
      await expect(rules(page)).toBeVisible();
      await rules(page).getByRole('button', { name: 'How it is written' }).click();
      expect(await findBarriers(page)).toEqual([]);
      await rules(page).getByRole('button', { name: 'Set aside for a while' }).click();
      await page.getByRole('textbox', { name: 'Type the sentence out' }).fill('no');
      await page.getByRole('button', { name: 'Set it aside' }).click();
      await expect(page.getByText('type its sentence out exactly')).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Leave it in force' }).click();
      const { items } = await (await life.call('GET', '/policies/rules')).json();
      await life.call('POST', '/policies/set-aside', { ruleId: items[0].id, typed: items[0].says });
      await expect(page.getByRole('button', { name: 'Put it back now' })).toBeVisible();
      await page.getByRole('button', { name: 'Write the rule out' }).click();
      await page.getByRole('textbox', { name: 'The rule' }).fill('nonsense');
      await page.getByRole('button', { name: 'Make the rule' }).click();
      await expect(page.getByText('I couldn’t read the rule at line 1')).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
    });
  });
}
