import type { Page } from '@playwright/test';
import { askBox, expect, MAIN_SENTENCE, plan, test } from './open-life.ts';

const MOST_TABS = 60;

/** Presses Tab until the thing that is named has the focus; fails when it cannot be reached. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let n = 0; n < MOST_TABS; n += 1) {
    await page.keyboard.press(key);
    const label = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
    });
    if (name.test(label.trim())) return;
  }
  throw new Error(`Tab does not lead to ${name}.`);
}

test('the whole job needs no mouse', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await expect(askBox(page)).toBeFocused();
  await page.keyboard.type(MAIN_SENTENCE);
  await page.keyboard.press('Enter');
  await expect(plan(page).getByRole('listitem')).toHaveCount(3);

  await tabTo(page, /^Why this\?$/);
  await page.keyboard.press('Enter');
  await expect(page.locator(':focus')).toHaveAttribute('aria-expanded', 'true');
  await tabTo(page, /^Approve$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('All 3 done.')).toBeVisible();

  await tabTo(page, /^Undo$/, 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(plan(page).getByText('Taken back').first()).toBeVisible();

  await tabTo(page, /^Pause everything$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Everything is paused/)).toBeVisible();
  await page.keyboard.press('Enter');
  await tabTo(page, /^Resume all$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Everything is paused/)).toHaveCount(0);
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
