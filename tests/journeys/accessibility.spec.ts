import { findBarriers } from './find-barriers.ts';
import { askBox, expect, goTo, MAIN_SENTENCE, plan, say, test } from './open-life.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('the command center is open to everyone, empty, with a plan, done and taken back', async ({ page }) => {
      expect(await findBarriers(page)).toEqual([]);
      await say(page, MAIN_SENTENCE);
      await expect(plan(page).getByRole('listitem')).toHaveCount(3);
      expect(await findBarriers(page)).toEqual([]);
      await plan(page).getByRole('button', { name: 'Details' }).first().click();
      await plan(page).getByRole('button', { name: 'Why this?' }).first().click();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Approve' }).click();
      await expect(page.getByText('All 3 done.')).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Take it all back' }).click();
      await expect(page.getByText('All 3 taken back.')).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await goTo(page, 'Home');
      await expect(page.getByText('Recently')).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
    });

    test('an honest answer, a question and a pause are open to everyone', async ({ page }) => {
      await say(page, 'asdf');
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await say(page, 'put dentist at 3pm');
      await expect(page.getByRole('main').getByRole('button', { name: /Tomorrow/ })).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Pause everything' }).click();
      await expect(page.getByText(/^Everything is paused/)).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
    });

    test('every other screen is open to everyone, empty and in use', async ({ page }) => {
      for (const place of ['Approvals', 'Automations', 'Timeline', 'Integrations', 'Policies', 'Memory']) {
        await goTo(page, place);
        await expect(page.getByRole('heading', { level: 1, name: place })).toBeVisible();
        expect({ place, barriers: await findBarriers(page) }).toEqual({ place, barriers: [] });
      }
      await goTo(page, 'Home');
      await expect(askBox(page)).toBeVisible();
      await say(page, MAIN_SENTENCE);
      await expect(plan(page)).toBeVisible();
      for (const place of ['Approvals', 'Timeline']) {
        await goTo(page, place);
        await expect(page.getByRole('heading', { level: 1, name: place })).toBeVisible();
        await expect(
          page
            .getByRole('main')
            .getByText(/Dentist/)
            .first(),
        ).toBeVisible();
        expect({ place, barriers: await findBarriers(page) }).toEqual({ place, barriers: [] });
      }
    });
  });
}

test('nothing is cut off on a narrow window or at twice the size', async ({ page }) => {
  for (const width of [1280, 800, 400]) {
    await page.setViewportSize({ width, height: 800 });
    for (const place of ['Home', 'Approvals', 'Automations', 'Timeline', 'Integrations', 'Policies', 'Memory']) {
      await page.goto(`${page.url().split('#')[0]}#/${place === 'Home' ? '' : place.toLowerCase()}`);
      await expect(page.getByRole('main')).toBeVisible();
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect({ width, place, sideways }).toEqual({ width, place, sideways: 0 });
    }
  }
});
