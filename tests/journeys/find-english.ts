import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const file = join(import.meta.dirname, '../../resources/languages/es/window.json');
const sentences: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));

/** With so few letters around its values a pattern would fit anything. */
const LETTERS = 8;

const english = Object.entries(sentences).flatMap(([key, spanish]) => {
  const around = key.replaceAll(/\{\w+\}/g, '');
  if (key === spanish || (key !== around && around.replaceAll(/\P{L}/gu, '').length < LETTERS)) return [];
  const pattern = key.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return [new RegExp(`^${pattern.join('.+')}$`, 's')];
});

/** What a page was told by the core, in whatever language the core says it: the window shows it as it comes. */
export function hearCore(page: Page): ReadonlySet<string> {
  const heard = new Set<string>();
  const hear = (part: unknown): void => {
    if (typeof part === 'string') heard.add(part);
    else if (typeof part === 'object' && part !== null) for (const each of Object.values(part)) hear(each);
  };
  page.on('response', (response) => {
    const isAnswer = response.url().includes('/rpc/') && /json/.test(response.headers()['content-type'] ?? '');
    // One that the page did not wait for has no text any more.
    if (isAnswer) response.json().then(hear, () => {});
  });
  return heard;
}

/** Sentences of the window that are seen or read out in English on a Spanish page; what is meant to be English says so. */
export async function findEnglish(page: Page, heard: ReadonlySet<string>): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element?.closest('[lang="en"], script, style')) continue;
      if (node instanceof Element) {
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.push(node.getAttribute(name) ?? '');
        // A sentence may be put together of several pieces.
        if (node.matches('p, h1, h2, h3, button, a, li, dt, dd, label')) found.push(node.textContent ?? '');
      } else found.push(node.textContent ?? '');
    }
    return found.map((text) => text.trim()).filter((text) => text !== '');
  });
  return [...new Set(texts)].filter((text) => !heard.has(text) && english.some((pattern) => pattern.test(text)));
}
