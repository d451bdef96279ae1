import { askBox, expect, test } from './open-life.ts';
import { doTheWholeJobByKeys, tabTo } from './ways.ts';

test('the whole job needs no mouse', async ({ page }) => {
  await doTheWholeJobByKeys(page);
});

test('every place can be reached, and the focus is always seen', async ({ page }) => {
  for (const place of ['Approvals', 'Timeline', 'Integrations', 'Policies', 'Memory']) {
    await page.goto(`${page.url().split('#')[0]}#/`);
    await expect(askBox(page)).toBeVisible();
    await tabTo(page, new RegExp(`^${place}`));
    const outline = await page.locator(':focus').evaluate((element) => {
      const style = getComputedStyle(element);
      return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
    });
    expect(outline).toBe(true);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: place })).toBeVisible();
  }
});

test('the first stop of Tab leads past the frame', async ({ page }) => {
  await page.getByRole('banner').click({ position: { x: 2, y: 2 } });
  await tabTo(page, /^Skip to the screen$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  const inMain = await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement) ?? false);
  expect(inMain).toBe(true);
});
