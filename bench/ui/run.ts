// `npm run bench:ui`: how the page paints, answers, hears of what happens and scrolls, beside a bare page of the same run.
import { buildApp } from '#tests/peers/built-app.ts';
import { measureInBrowser } from '../with-browser.ts';
import { measureArrival } from './measure-arrival.ts';
import { measureInteraction } from './measure-interaction.ts';
import { measurePaint } from './measure-paint.ts';
import { measureScroll } from './measure-scroll.ts';

buildApp();
await measureInBrowser(async (browser) => [
  ...(await measurePaint(browser)),
  ...(await measureInteraction(browser)),
  ...(await measureArrival(browser)),
  ...(await measureScroll(browser)),
]);
