import type { Page } from '@playwright/test';
import { findBarriers } from './find-barriers.ts';
import { expect, goTo, MAIN_SENTENCE, plan, say, test } from './open-life.ts';

test.setTimeout(180_000);

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

test('from the narrowest window to the widest, every screen fits and can be read', async ({ page, life }) => {
  await say(page, MAIN_SENTENCE);
  await expect(plan(page).getByRole('listitem').first()).toBeVisible();
  const run = page.url();
  await goTo(page, 'Home');
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width < 800 ? 640 : 1200 });
    for (const address of [`${life.app().origin}/#/`, run, ...PLACES.map((name) => `${life.app().origin}/#/${name}`)]) {
      await page.goto(address);
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
      expect({ width, address, sideways: await sideways(page) }).toEqual({ width, address, sideways: 0 });
      expect({ width, address, words: await illFitting(page, LONGEST_LINE) }).toEqual({ width, address, words: [] });
    }
  }
  expect(await findBarriers(page)).toEqual([]);
});
