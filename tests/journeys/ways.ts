import type { Page } from '@playwright/test';
import { askBox, expect, MAIN_SENTENCE, plan } from './open-life.ts';

// Ways through the app that are gone through both doors: in a browser and in the app's own window.

const MOST_TABS = 60;

/** Presses Tab until the thing that is named has the focus; fails when it cannot be reached. */
export async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
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

/** From the sentence to a pause, by keys alone. */
export async function doTheWholeJobByKeys(page: Page): Promise<void> {
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
}

const PLACES = ['approvals', 'automations', 'timeline', 'insights', 'integrations', 'policies', 'memory', 'welcome'];
const WIDTHS = [320, 768, 1024, 1440, 1920, 2560];
/** No line of text is longer than can be read: visual language, “one column”. */
const LONGEST_LINE = 900;

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Words that are cut off or run out of their place, and columns too wide to read. */
const illFitting = (page: Page, longest: number) =>
  page.evaluate((most) => {
    const found: string[] = [];
    for (const element of document.querySelectorAll('main p, main h1, main h2, main h3, main li, main button')) {
      const box = element.getBoundingClientRect();
      if (box.width === 0) continue;
      const words = element.textContent?.trim().slice(0, 60);
      if (box.right > document.documentElement.clientWidth + 1) found.push(`out of the window: ${words}`);
      if (element.tagName === 'P' && box.width > most) found.push(`${Math.round(box.width)} pixels wide: ${words}`);
    }
    return found;
  }, longest);

/** Every screen at every width: nothing is cut off, nothing scrolls sideways, and no line is too long to read. */
export async function seeEveryWidth(page: Page, run: string, widths: readonly number[] = WIDTHS): Promise<void> {
  const home = page.url().replace(/#.*$/, '');
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 800 ? 640 : 1200 });
    for (const address of [`${home}#/`, run, ...PLACES.map((name) => `${home}#/${name}`)]) {
      await page.goto(address);
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
      expect({ width, address, sideways: await sideways(page) }).toEqual({ width, address, sideways: 0 });
      expect({ width, address, words: await illFitting(page, LONGEST_LINE) }).toEqual({ width, address, words: [] });
    }
  }
}
