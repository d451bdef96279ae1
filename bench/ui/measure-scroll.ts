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
    const oursAlone = percentile95(await workOfFrames(page));
    await page.close();
    const bare = await browser.newPage();
    await bare.setContent('<p>A line of text that is as long as most of them</p>'.repeat(LINES));
    const theirs = percentile95(await costsOfFrames(bare));
    const theirsAlone = percentile95(await workOfFrames(bare));
    await bare.setContent(`<div style="height: ${LINES * 40}px"></div>`);
    const empty = percentile95(await costsOfFrames(bare));
    const emptyAlone = percentile95(await workOfFrames(bare));
    await bare.close();
    return [
      {
        what: `a frame while the timeline of ${EVENTS.toLocaleString('en-GB')} entries is scrolled (95th percentile of ${TURNS} turns of the wheel)`,
        measured: milliseconds(ours),
        promise: `at most ${milliseconds(PROMISE_MS)}`,
        kept: ours <= PROMISE_MS,
        beside: `a bare page of ${LINES.toLocaleString('en-GB')} lines: ${milliseconds(theirs)}; an empty page, the least that this computer draws in: ${milliseconds(empty)}`,
        ratio: ours / theirs,
      },
      {
        what: 'the same in processor time of the page, whatever else the computer does meanwhile',
        measured: milliseconds(oursAlone),
        promise: '',
        kept: null,
        beside: `the bare page: ${milliseconds(theirsAlone)}; the empty page: ${milliseconds(emptyAlone)}`,
        ratio: oursAlone / theirsAlone,
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

/** Milliseconds from the first that a page hears of a frame, its scrolling or its turn to draw, until the browser is free. */
async function costsOfFrames(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const costs: number[] = [];
    Object.assign(window, { costs });
    let scrolledAt: number | null = null;
    const noteScroll = () => (scrolledAt ??= performance.now());
    window.addEventListener('scroll', noteScroll, { capture: true });
    const frame = (drawsAt: number) => {
      const began = scrolledAt ?? drawsAt;
      scrolledAt = null;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => costs.push(performance.now() - began);
      port2.postMessage(null);
      if (Reflect.get(window, 'costs') === costs) requestAnimationFrame(frame);
      else window.removeEventListener('scroll', noteScroll, { capture: true });
    };
    requestAnimationFrame(frame);
  });
  await turnTheWheel(page);
  return page.evaluate(() => {
    const costs = Reflect.get(window, 'costs') as number[];
    Reflect.deleteProperty(window, 'costs');
    return costs;
  });
}

type Traced = { name: string; ph: string; pid: number; tid: number; tdur?: number };

/** Milliseconds of processor time that the page's own thread takes for each frame, as the browser itself notes them. */
async function workOfFrames(page: Page): Promise<number[]> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page is in no browser that can be traced.');
  await browser.startTracing(page, { categories: ['cc', 'devtools.timeline'] });
  await turnTheWheel(page);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Traced[] };
  const frames = traceEvents.filter(({ name, ph }) => name === 'ProxyMain::BeginMainFrame' && ph === 'X');
  const busiest = [...Map.groupBy(frames, ({ pid, tid }) => `${pid} ${tid}`).values()].sort(
    (a, b) => b.length - a.length,
  )[0];
  return (busiest ?? []).map(({ tdur }) => (tdur ?? 0) / 1000);
}

async function turnTheWheel(page: Page): Promise<void> {
  await page.mouse.move(640, 500);
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.mouse.wheel(0, turn % 100 < 80 ? 400 : -400);
    await page.waitForTimeout(16);
  }
}
