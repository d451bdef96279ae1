import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import type { BuiltApp } from '#tests/peers/built-app.ts';
import { type Measurement, median, milliseconds } from '../measurement.ts';
import { withApp } from './with-app.ts';

const LOADS = 15;
const PAINT_PROMISE_MS = 800;
const BUNDLE_PROMISE_BYTES = 250_000;

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

/** From asking for the page to a box that can be typed into, and what had to come over the wire for it. */
export const measurePaint = (browser: Browser): Promise<Measurement[]> =>
  withApp(async (app) => {
    const bare = await serveBarePage();
    const [ours, theirs] = [await loads(browser, app.url), await loads(browser, bare.url)];
    bare.stop();
    const { packed, plain } = await bytesOfFirstScreen(browser, app);
    return [
      {
        what: `the ask box can be used after the page is asked for (median of ${LOADS}, nothing kept from before)`,
        measured: milliseconds(median(ours)),
        promise: `at most ${milliseconds(PAINT_PROMISE_MS)}`,
        kept: median(ours) <= PAINT_PROMISE_MS,
        beside: `a page that is only such a box: ${milliseconds(median(theirs))}`,
        ratio: median(ours) / median(theirs),
      },
      {
        what: 'page, scripts and styles of the first screen, as gzip',
        measured: kilobytes(packed),
        promise: `at most ${kilobytes(BUNDLE_PROMISE_BYTES)}`,
        kept: packed <= BUNDLE_PROMISE_BYTES,
        beside: `unpacked: ${kilobytes(plain)}`,
        ratio: packed / plain,
      },
    ];
  });

async function loads(browser: Browser, url: string): Promise<number[]> {
  const times: number[] = [];
  for (let load = 0; load < LOADS; load += 1) {
    const context = await browser.newContext();
    times.push(await timeOfBox(await context.newPage(), url));
    await context.close();
  }
  return times;
}

/** By the page's own clock, which begins when it is asked for; the frame that shows the box is counted in. */
async function timeOfBox(page: Page, url: string): Promise<number> {
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector('textarea')) requestAnimationFrame(() => performance.mark('box'));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url, { waitUntil: 'commit' });
  const time = await page.waitForFunction(() => performance.getEntriesByName('box')[0]?.startTime ?? null);
  return Number(await time.jsonValue());
}

async function serveBarePage(): Promise<{ url: string; stop(): void }> {
  const server = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>Bare</title><textarea></textarea>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}

async function bytesOfFirstScreen(browser: Browser, app: BuiltApp): Promise<{ packed: number; plain: number }> {
  const page = await browser.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (['document', 'script', 'stylesheet'].includes(kind)) bodies.push(response.body());
  });
  await timeOfBox(page, app.url);
  await page.waitForTimeout(500);
  const all = await Promise.all(bodies);
  await page.close();
  const sum = (size: (body: Buffer) => number) => all.reduce((total, body) => total + size(body), 0);
  return { packed: sum((body) => gzipSync(body).length), plain: sum((body) => body.length) };
}
