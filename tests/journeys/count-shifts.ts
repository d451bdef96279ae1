import type { Page } from '@playwright/test';

type Source = { readonly node: Node | null; readonly previousRect: DOMRect; readonly currentRect: DOMRect };
type Shift = { readonly value: number; readonly hadRecentInput: boolean; readonly sources?: Source[] };

/** Tells what jumps by itself from now on; what a press moves is no shift. An empty list is the promise. */
export async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const kept = window as unknown as { shifts: string[] };
    kept.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources = [] } = entry as PerformanceEntry & Shift;
        const at = ({ x, y, height }: DOMRect) => [x, y, height].map(Math.round).join(' ');
        const what = sources.map(
          ({ node, previousRect, currentRect }) =>
            `${(node?.textContent ?? node?.nodeName ?? '').slice(0, 60)} (${at(previousRect)} → ${at(currentRect)})`,
        );
        if (!hadRecentInput) kept.shifts.push(`${window.location.hash} ${value.toFixed(4)}: ${what.join(' | ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.reload();
  return () => page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
}
