import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds against WCAG 2.2 A and AA, one line each; empty is the promise. */
export async function findBarriers(page: Page): Promise<string[]> {
  await endFades(page);
  const axe = new AxeBuilder({ page });
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  // Dark and light differ in nothing but their colours.
  if (isDark) axe.withRules(['color-contrast', 'link-in-text-block']);
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`));
}

/**
 * From here on nothing of the page moves: half faded in is not how a screen looks, and a notice can come or go while
 * axe still looks.
 */
async function endFades(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const still = new CSSStyleSheet();
    still.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important; }');
    document.adoptedStyleSheets.push(still);
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  });
}
