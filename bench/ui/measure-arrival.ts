import type { Browser } from '@playwright/test';
import { type Measurement, milliseconds, percentile95 } from '../measurement.ts';
import { call, withApp } from './with-app.ts';

const TIMES = 40;
const PROMISE_MS = 50;

/** From an entry of the log to the screen that shows it, in a window that is looking on. */
export const measureArrival = (browser: Browser): Promise<Measurement[]> =>
  withApp(async (app) => {
    const page = await browser.newPage();
    await page.goto(app.url);
    await page.getByRole('navigation').getByRole('link', { name: 'Memory' }).click();
    await page.getByText('Nothing remembered yet').waitFor();
    const arrivals: number[] = [];
    const echoes: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const text = `The number ${time} is remembered`;
      const seen = page.evaluate(seenAt, text);
      await call(app, 'POST', '/memory', { item: { kind: 'fact', text } });
      const shownAt = await seen;
      const { items } = (await call(app, 'GET', '/timeline?limit=1')) as { items: { at: string }[] };
      arrivals.push(shownAt - Date.parse(items[0]?.at ?? ''));
      const began = performance.now();
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      echoes.push(performance.now() - began);
    }
    await page.close();
    const [arrival, echo] = [percentile95(arrivals), percentile95(echoes)];
    return [
      {
        what: `from an entry of the log to the screen (95th percentile of ${TIMES})`,
        measured: milliseconds(arrival),
        promise: `at most ${milliseconds(PROMISE_MS)}`,
        kept: arrival <= PROMISE_MS,
        beside: `a question to the page that waits for its next frame: ${milliseconds(echo)}`,
        ratio: arrival / echo,
      },
    ];
  });

/** When a text stands on the page, by the computer's clock; the next frame shows it. */
const seenAt = (text: string): Promise<number> =>
  new Promise((resolve) => {
    const look = () => {
      if (!document.body.textContent?.includes(text)) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(Date.now()));
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
