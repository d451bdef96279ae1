import { findBarriers } from './find-barriers.ts';
import { expect, goTo, lineAbout, MAIN_SENTENCE, plan, say, test } from './open-life.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('the timeline shows the way that a plan took, and all about each step, by keys alone', async ({ page }) => {
      await say(page, MAIN_SENTENCE);
      await lineAbout(page, 'Pay the rent').getByRole('checkbox').click();
      await page.getByRole('button', { name: 'Approve' }).click();
      await expect(page.getByText('2 done and 1 left out.')).toBeVisible();
      await goTo(page, 'Timeline');
      await page.getByRole('button', { name: 'Show the plan' }).press('Enter');
      const graph = page.getByRole('list', { name: 'The plan, step by step' });
      const steps = graph.getByRole('button');
      await expect(steps).toHaveCount(3);
      await expect(steps.first()).toContainText('Done');
      await expect(graph.getByRole('button', { name: /rent/ })).toContainText('Left out');
      await expect(steps.nth(1)).toHaveAccessibleName(/Step 2 of 3\.$/);
      expect(await findBarriers(page)).toEqual([]);

      await steps.first().focus();
      await page.keyboard.press('ArrowDown');
      await expect(steps.nth(1)).toBeFocused();
      await page.keyboard.press('Home');
      await expect(steps.first()).toBeFocused();
      await page.keyboard.press('ArrowUp');
      await expect(steps.first()).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(steps.first()).toHaveAttribute('aria-expanded', 'true');
      const row = page.getByRole('listitem').filter({ has: graph });
      await expect(row).toContainText('In your first week I ask before I change anything.');
      await expect(row).toContainText('Rule “');
      await expect(row).toContainText('Cost');
      await expect(row).toContainText('from your words');
      expect(await findBarriers(page)).toEqual([]);

      await page
        .getByRole('listitem')
        .filter({ hasText: /^.*“Dentist” is in your calendar/ })
        .getByRole('button', { name: 'Undo' })
        .click();
      await expect(steps.first()).toContainText('Taken back');
      expect(await findBarriers(page)).toEqual([]);
    });
  });
}

test('the same picture opens beside the plan, and fits a window of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await say(page, MAIN_SENTENCE);
  await expect(plan(page).getByRole('listitem')).toHaveCount(3);
  await page.getByRole('button', { name: 'Show it as a picture' }).click();
  const graph = page.getByRole('list', { name: 'The plan, step by step' });
  await expect(graph.getByRole('button')).toHaveCount(3);
  await graph.getByRole('button').first().click();
  await expect(page.getByText('Where it comes from').first()).toBeVisible();
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBe(0);
  expect(await findBarriers(page)).toEqual([]);
});

test('a request of one step has no picture', async ({ page }) => {
  await say(page, 'show my lists');
  await expect(page.getByRole('main')).toContainText('You have no lists');
  await goTo(page, 'Timeline');
  await expect(page.getByRole('list', { name: 'Timeline' })).toContainText('You have no lists');
  await expect(page.getByRole('button', { name: 'Show the plan' })).toHaveCount(0);
});
