import type { Browser, Page } from '@playwright/test';
import { type Measurement, milliseconds, percentile95 } from '../measurement.ts';
import { withApp } from './with-app.ts';

const ROUNDS = 4;
const PROMISE_MS = 100;
/** What takes less than this the browser does not tell of; it counts as this long. */
const LEAST_MS = 16;
const PLACES = ['Approvals', 'Automations', 'Timeline', 'Insights', 'Integrations', 'Policies', 'Memory', 'Home'];
const SENTENCE = 'Put dentist on Thursday at 3pm and remind me to pay the rent';

/** How long presses and keys take to be seen: every screen is gone to, and a sentence is typed. */
export const measureInteraction = (browser: Browser): Promise<Measurement[]> =>
  withApp(async (app) => {
    const page = await browser.newPage();
    await watchInteractions(page);
    await page.goto(app.url);
    const box = page.getByRole('textbox', { name: 'What do you want done?' });
    await box.waitFor();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const place of PLACES) {
        await page.getByRole('navigation').getByRole('link', { name: place }).click();
        await page.getByRole('main').getByRole('heading').first().waitFor();
      }
      await box.pressSequentially(SENTENCE, { delay: 20 });
      await box.fill('');
    }
    const { durations, all } = await readInteractions(page);
    await page.close();
    const slow = percentile95([...durations, ...Array.from({ length: all - durations.length }, () => LEAST_MS)]);
    return [
      {
        what: `from a press or a key to what it shows (95th percentile of ${all}: ${PLACES.length} screens, a sentence typed, ${ROUNDS} times)`,
        measured: milliseconds(slow),
        promise: `at most ${milliseconds(PROMISE_MS)}`,
        kept: slow <= PROMISE_MS,
        beside: `one frame of a screen with 60 a second: ${milliseconds(1000 / 60)}`,
        ratio: slow / (1000 / 60),
      },
    ];
  });

type Kept = { durations: Map<number, number>; all: number };

async function watchInteractions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept: Kept = { durations: new Map(), all: 0 };
    Object.assign(window, { kept });
    for (const kind of ['pointerdown', 'keydown']) {
      window.addEventListener(kind, () => (kept.all += 1), { capture: true });
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { interactionId = 0, duration } = entry as PerformanceEntry & { interactionId?: number };
        if (interactionId !== 0)
          kept.durations.set(interactionId, Math.max(duration, kept.durations.get(interactionId) ?? 0));
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

async function readInteractions(page: Page): Promise<{ durations: number[]; all: number }> {
  await page.waitForTimeout(300);
  return page.evaluate(() => {
    const { durations, all } = Reflect.get(window, 'kept') as Kept;
    return { durations: [...durations.values()], all };
  });
}
