import { spawnSync } from 'node:child_process';
import type { Browser, Page } from '@playwright/test';
import { projectFolder } from '../build/project-folder.ts';
import { startThroughNpm } from './built-app.ts';
import { type Measurement, median, megabytes, milliseconds } from './measurement.ts';

const STARTS = 7;
const IDLE_SECONDS = 10;
const START_PROMISE_MS = 1500;
const MEMORY_PROMISE_BYTES = 150 * 1024 * 1024;

/** From `npm start` to a page that can be typed into, and the memory of the process once it idles. */
export async function measureStart(browser: Browser): Promise<Measurement[]> {
  const ready: number[] = [];
  const usable: number[] = [];
  const memory: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    // A person's browser is open already.
    const page = await browser.newPage();
    const app = await startThroughNpm();
    usable.push((await timeOfAskBox(page, app.url)) - app.startedAt - app.aside);
    ready.push(app.readyAfter);
    if (start === 0) {
      await new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000));
      memory.push(app.residentBytes());
    }
    await page.close();
    await app.close();
  }
  const npm = median(Array.from({ length: 5 }, () => timeOf('npm', ['exec', '--silent', '--', 'node', '-e', '0'])));
  const bare = bareNodeBytes();
  const idle = median(memory);
  return [
    {
      what: '`npm start` until the page can be used (median of 7)',
      measured: milliseconds(median(usable)),
      promise: `at most ${milliseconds(START_PROMISE_MS)}`,
      kept: median(usable) <= START_PROMISE_MS,
      beside: `npm starting an empty Node: ${milliseconds(npm)}`,
      ratio: median(usable) / npm,
    },
    {
      what: '`npm start` until it says it is ready (median of 7)',
      measured: milliseconds(median(ready)),
      promise: '',
      kept: null,
      beside: `npm starting an empty Node: ${milliseconds(npm)}`,
      ratio: median(ready) / npm,
    },
    {
      what: `memory of the process with a page open, after ${IDLE_SECONDS} s idle`,
      measured: megabytes(idle),
      promise: `under ${megabytes(MEMORY_PROMISE_BYTES)}`,
      kept: idle < MEMORY_PROMISE_BYTES,
      beside: `an empty Node: ${megabytes(bare)}`,
      ratio: idle / bare,
    },
  ];
}

/** When the ask box was painted, by the page's own clock, on the clock of this process's `performance.now()`. */
async function timeOfAskBox(page: Page, url: string): Promise<number> {
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector('textarea')) performance.mark('ask box');
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url, { waitUntil: 'commit' });
  const sinceEpoch = await page.waitForFunction(() => {
    const [mark] = performance.getEntriesByName('ask box');
    return mark === undefined ? null : performance.timeOrigin + mark.startTime;
  });
  return Number(await sinceEpoch.jsonValue()) - performance.timeOrigin;
}

function timeOf(command: string, args: readonly string[]): number {
  const began = performance.now();
  spawnSync(command, args, { cwd: projectFolder });
  return performance.now() - began;
}

function bareNodeBytes(): number {
  const { stdout } = spawnSync(process.execPath, ['-e', 'console.log(process.memoryUsage.rss())'], {
    encoding: 'utf8',
  });
  return Number(stdout);
}
