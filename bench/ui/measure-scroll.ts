import type { Browser, Page } from '@playwright/test';
import { startBuiltApp } from '#tests/peers/built-app.ts';
import { repeatFirstRun } from '../engine/repeat-first-run.ts';
import { type Measurement, milliseconds, percentile95 } from '../measurement.ts';
import { call, withApp } from './with-app.ts';

const EVENTS = 100_000;
const TURNS = 400;
/** More than are scrolled past. */
const LINES = 6_000;
const PROMISE_MS = 16;

/** The timeline of years, gone through by the wheel. */
export const measureScroll = (browser: Browser): Promise<Measurement[]> =>
  withApp(async (app) => {
    const page = await browser.newPage();
    await page.goto(app.url);
    await page.getByRole('navigation').getByRole('link', { name: 'Timeline' }).click();
    await page.getByRole('main').getByText(/milk/i).first().waitFor();
    const ours = percentile95(await costsOfFrames(page));
    const bare = await browser.newPage();
    await bare.setContent('<p>A line of text that is as long as most of them</p>'.repeat(LINES));
    const theirs = percentile95(await costsOfFrames(bare));
    await page.close();
    await bare.close();
    return [
      {
        what: `a frame while the timeline of ${EVENTS.toLocaleString('en-GB')} entries is scrolled (95th percentile of ${TURNS} turns of the wheel)`,
        measured: milliseconds(ours),
        promise: `at most ${milliseconds(PROMISE_MS)}`,
        kept: ours <= PROMISE_MS,
        beside: `a bare page of ${LINES.toLocaleString('en-GB')} lines: ${milliseconds(theirs)}`,
        ratio: ours / theirs,
      },
    ];
  }, fillTimeline);

/** One request is carried out, and written down again and again. */
async function fillTimeline(folder: string): Promise<void> {
  const app = await startBuiltApp(folder);
  const { runId } = (await call(app, 'POST', '/tasks', { intent: 'add milk to my shopping list' })) as {
    runId: string;
  };
  type Run = { state: string; approvals: { id: string; digest: string; status: string }[] };
  for (;;) {
    const { state, approvals } = (await call(app, 'GET', `/workflows/${runId}`)) as Run;
    if (state === 'completed') break;
    const approve = approvals
      .filter(({ status }) => status === 'waiting')
      .map(({ id, digest }) => ({ approvalId: id, digest }));
    if (approve.length > 0) await call(app, 'POST', `/workflows/${runId}/approve`, { approve });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await app.stop();
  repeatFirstRun(folder, EVENTS);
}

/** Milliseconds of work from the beginning of each frame until the browser is free again. */
async function costsOfFrames(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const costs: number[] = [];
    Object.assign(window, { costs });
    const frame = (began: number) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => costs.push(performance.now() - began);
      port2.postMessage(null);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page.mouse.move(640, 500);
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.mouse.wheel(0, turn % 100 < 80 ? 400 : -400);
    await page.waitForTimeout(16);
  }
  return page.evaluate(() => Reflect.get(window, 'costs') as number[]);
}
