import { watchShifts } from './count-shifts.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, goTo, MAIN_SENTENCE, plan, say, test } from './open-life.ts';

// A whole way with a look for barriers at each stop.
test.setTimeout(180_000);

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('empty, then with what was done: the charts, their numbers, and how time is estimated', async ({ page }) => {
      await goTo(page, 'Insights');
      await expect(page.getByText('Nothing to count yet')).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);

      await goTo(page, 'Home');
      await say(page, MAIN_SENTENCE);
      await expect(plan(page).getByRole('listitem')).toHaveCount(3);
      await page.getByRole('button', { name: 'Approve' }).click();
      await expect(page.getByText('All 3 done.')).toBeVisible();

      await goTo(page, 'Insights');
      await expect(page.getByText('About 7 minutes in the last 8 weeks.')).toBeVisible();
      await expect(page.locator('.recharts-bar-rectangle path').first()).toBeVisible();
      const shifts = await watchShifts(page);
      await expect(page.getByText('About 7 minutes in the last 8 weeks.')).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      expect(await shifts()).toEqual([]);

      const reclaimed = page.getByRole('figure', { name: 'Time reclaimed' });
      await reclaimed.getByRole('button', { name: 'The numbers' }).click();
      await expect(reclaimed.getByRole('row').last().getByRole('cell')).toHaveText('7');
      await page.getByRole('button', { name: 'How this is estimated' }).click();
      await expect(page.getByText('4 minutes each')).toBeVisible();
      await expect(page.getByText('100%').first()).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
    });
  });
}

test('on a window of 320 pixels nothing is cut off', async ({ page }) => {
  await say(page, 'Add milk to my shopping list');
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Done.', { exact: true })).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  await goTo(page, 'Insights');
  await expect(page.getByText('About 1 minute in the last 8 weeks.')).toBeVisible();
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBe(0);
});
