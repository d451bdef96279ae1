import { readdirSync } from 'node:fs';
import { askBox, expect, plan, say, test } from './open-life.ts';

const unable = [
  ['book me a flight to Lisbon', /book|travel|flight/i],
  ['delete all my email', /email|delete/i],
  ['asdf', /understand/i],
] as const;

for (const [sentence, about] of unable) {
  test(`“${sentence}” gets one honest sentence and no made-up plan`, async ({ page, life }) => {
    const before = readdirSync(life.dataFolder);
    await say(page, sentence);
    const answer = page.getByRole('main').getByRole('heading', { level: 1 });
    await expect(answer).toBeVisible();
    const says = (await answer.textContent()) ?? '';
    expect(says).toMatch(about);
    expect(says.split(/[.!?]\s/).length).toBeLessThanOrEqual(2);
    expect(says).not.toMatch(/error|exception|failed|null|undefined/i);
    await expect(plan(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
    expect(readdirSync(life.dataFolder)).toEqual(before);
    const { items } = await (await life.call('GET', '/workflows')).json();
    expect(items).toMatchObject([{ state: 'failed', intent: sentence }]);
  });
}

test('what was not understood offers sentences that work', async ({ page }) => {
  await say(page, 'asdf');
  const example = page
    .getByRole('main')
    .getByRole('button')
    .filter({ hasText: /^Put |^Remind |^Add / })
    .first();
  const text = (await example.textContent()) ?? '';
  await example.click();
  await expect(askBox(page)).toHaveValue(text);
  await askBox(page).press('Enter');
  await expect(plan(page)).toBeVisible();
});

test('a question is asked instead of guessing, and its answer makes the plan', async ({ page }) => {
  await say(page, 'put dentist at 3pm');
  const choice = page.getByRole('main').getByRole('button', { name: /Tomorrow/ });
  await choice.click();
  await expect(plan(page)).toContainText('Dentist');
  await expect(plan(page)).toContainText('15:00');
});

test('nothing said is answered beside the box, and nothing is sent', async ({ page, life }) => {
  await askBox(page).fill('   ');
  await askBox(page).press('Enter');
  await expect(page.getByText('Say what you want done, in a sentence.')).toBeVisible();
  await askBox(page).fill('🎉🎉');
  await askBox(page).press('Enter');
  await expect(page.getByText('There are no words in that. Say what you want done.')).toBeVisible();
  expect((await (await life.call('GET', '/workflows')).json()).items).toEqual([]);
});
