import { askBox, expect, test } from './open-life.ts';

test('what is understood of a sentence is shown while it is typed, and goes with it', async ({ page }) => {
  await askBox(page).fill('lunch with Ana tomorrow at 1pm for €12');
  const understood = page.getByText(/^Tomorrow, (?:13:00|1:00.PM) · €12\.00$/);
  await expect(understood).toBeVisible();
  await askBox(page).fill('');
  await expect(understood).toBeHidden();
});
