import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { serveBundledGallery } from '../peers/serve-gallery.ts';
import { findBarriers } from './find-barriers.ts';

/** Drawn inside others, and never alone. */
const shownInside: Readonly<Record<string, string>> = {
  'radio-mark': 'radio-cards',
  'labelled-field': 'text-area',
  'lazy-plan-graph': 'plan-graph',
  'step-account': 'plan-graph',
  'step-why': 'plan-graph',
};
const WHOLES = [
  'bar-screen',
  'frame',
  'page',
  'lone-screen',
  'guided',
  'ribbon',
  'confirm-dialog',
  'sheet',
  'taking-back-sheet',
  'toast',
  'virtual-list',
];

let gallery: Awaited<ReturnType<typeof serveBundledGallery>>;
test.beforeAll(async () => {
  gallery = await serveBundledGallery();
});
test.afterAll(() => gallery.close());
test.setTimeout(180_000);

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`${gallery.url}${query}`);
  // Behind a dialog nothing is named, so the dialog's own heading counts.
  await expect(page.getByRole('heading').first()).toBeVisible({ timeout: 60_000 });
}

test('every component has its sample', async ({ page }) => {
  await open(page, '');
  const shown = await page.getByRole('heading', { level: 2 }).allTextContents();
  const files = readdirSync(join(import.meta.dirname, '../../src-renderer/design')).filter((file) =>
    file.endsWith('.tsx'),
  );
  const names = files.map((file) => file.replace('.tsx', '')).map((name) => shownInside[name] ?? name);
  expect(names.filter((name) => !shown.includes(name) && !WHOLES.includes(name))).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('each is open to everyone, at the usual size and with text twice as large', async ({ page }) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      for (const query of ['', '?text=200']) {
        await open(page, query);
        expect({ query, barriers: await findBarriers(page) }).toEqual({ query, barriers: [] });
        expect({ query, sideways: await sideways(page) }).toEqual({ query, sideways: 0 });
      }
      for (const name of WHOLES) {
        await open(page, `?whole=${name}`);
        expect({ name, barriers: await findBarriers(page) }).toEqual({ name, barriers: [] });
      }
      expect(complaints).toEqual([]);
    });
  });
}
