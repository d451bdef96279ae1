import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, goTo, type Life, lineAbout, plan, say, test } from './open-life.ts';

const titlesIn = ({ dataFolder }: Life): string[] => {
  const path = join(dataFolder, 'calendar/personal.ics');
  return existsSync(path) ? (readFileSync(path, 'utf8').match(/(?<=^SUMMARY:)[^\r\n]*/gm) ?? []) : [];
};

test('two things at the same time are never put in the calendar in silence', async ({ page, life }) => {
  const approve = page.getByRole('button', { name: 'Approve' });
  await say(page, 'Put dentist on Thursday at 3pm');
  await approve.click();
  await expect(page.getByText('Done.', { exact: true })).toBeVisible();

  await test.step('the plan says what is there, and waits for a choice before its OK can be given', async () => {
    await goTo(page, 'Home');
    await say(page, 'Put piano lesson on Thursday at 3:30pm');
    const line = lineAbout(page, 'Piano lesson');
    await expect(line).toContainText('You have “Dentist” then, 15:00–16:00.');
    await expect(approve).toBeDisabled();
    await expect(page.getByText('Choose what to do where something stands in the way.')).toBeVisible();
    expect(titlesIn(life)).toEqual(['Dentist']);
  });

  await test.step('both can be kept', async () => {
    await page.getByRole('radio', { name: 'Keep both' }).click();
    await approve.click();
    await expect(page.getByText('Done.', { exact: true })).toBeVisible();
    expect(titlesIn(life)).toEqual(['Dentist', 'Piano lesson']);
  });

  await test.step('another time is offered, and its fresh card is clear', async () => {
    await goTo(page, 'Home');
    await say(page, 'Put haircut on Thursday at 3pm');
    await expect(lineAbout(page, 'Haircut')).toContainText(
      'You have “Dentist” (15:00–16:00) and “Piano lesson” (15:30–16:30) then.',
    );
    await page.getByRole('button', { name: /^Another time: .*14:00–15:00$/ }).click();
    await expect(lineAbout(page, /“Haircut” in your calendar on Thursday .*14:00–15:00/)).toBeVisible();
    await expect(plan(page)).not.toContainText('“Dentist”');
    await approve.click();
    await expect(page.getByText('Done.', { exact: true })).toBeVisible();
  });

  await test.step('and on the screen of all approvals each way on is a button', async () => {
    await goTo(page, 'Home');
    await say(page, 'Put yoga on Thursday at 2:30pm');
    await expect(plan(page)).toContainText('“Haircut” (14:00–15:00) and “Dentist” (15:00–16:00)');
    await goTo(page, 'Approvals');
    const card = page.getByRole('article').filter({ hasText: 'Yoga' });
    await expect(card.getByRole('button', { name: 'Keep them all' })).toBeVisible();
    await expect(card.getByRole('button', { name: 'Approve' })).toHaveCount(0);
    await card.getByRole('button', { name: 'Leave it' }).click();
    await expect(page.getByText('Nothing waits for you')).toBeVisible();
    expect(titlesIn(life)).toEqual(['Dentist', 'Piano lesson', 'Haircut']);
  });

  await test.step('the timeline tells of it', async () => {
    await goTo(page, 'Timeline');
    await expect(page.getByRole('list', { name: 'Timeline' })).toContainText('You have “Dentist” then, 15:00–16:00.');
  });
});

test('the limits are the person’s own to set', async ({ page, life }) => {
  await goTo(page, 'Policies');
  const posts = page.getByRole('spinbutton', { name: 'Most posts in a day' });
  await expect(posts).toHaveValue('3');
  const save = page.getByRole('button', { name: 'Save limits' });
  await expect(save).toBeDisabled();
  await posts.fill('5');
  await page.getByRole('spinbutton', { name: 'Most money in a day' }).fill('80');
  await save.click();
  await expect(save).toBeDisabled();
  const { items } = await (await life.call('GET', '/policies')).json();
  expect(items.find(({ id }: { id: string }) => id === 'limits').limits).toMatchObject({
    postsPerDay: 5,
    otherSpending: { perAction: 5000, perDay: 8000, perMonth: 30_000 },
  });
  await goTo(page, 'Timeline');
  await expect(page.getByText('You changed your limits.')).toBeVisible();
});
