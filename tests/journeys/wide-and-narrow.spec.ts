import { findBarriers } from './find-barriers.ts';
import { expect, goTo, MAIN_SENTENCE, plan, say, test } from './open-life.ts';
import { seeEveryWidth } from './ways.ts';

test.setTimeout(180_000);

test('from the narrowest window to the widest, every screen fits and can be read', async ({ page }) => {
  await say(page, MAIN_SENTENCE);
  await expect(plan(page).getByRole('listitem').first()).toBeVisible();
  const run = page.url();
  await goTo(page, 'Home');
  await seeEveryWidth(page, run);
  expect(await findBarriers(page)).toEqual([]);
});
