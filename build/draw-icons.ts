// Draws the PNG icons from their SVG sources with Chromium: `node build/draw-icons.ts`, after a source was changed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags } from '../tests/peers/chromium-flags.mjs';
import { findChromium } from '../tests/peers/install-chromium.mjs';
import { projectFolder } from './project-folder.ts';

const drawings = [
  { source: 'icon.svg', target: 'icon.png', size: 1024 },
  { source: 'waiting-mark.svg', target: 'waiting-mark.png', size: 32 },
  ...['tray', 'tray-waiting', 'tray-paused'].flatMap((name) => [
    { source: `${name}.svg`, target: `${name}.png`, size: 22 },
    { source: `${name}.svg`, target: `${name}@2x.png`, size: 44 },
    // macOS takes a picture of this name as a shape, and draws it in the colour of its menu bar.
    { source: `${name}-template.svg`, target: `${name}Template.png`, size: 16 },
    { source: `${name}-template.svg`, target: `${name}Template@2x.png`, size: 32 },
  ]),
];

const folder = join(projectFolder, 'resources/icons');
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumFlags });
for (const { source, target, size } of drawings) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(join(folder, source), 'utf8').replace('<svg ', `<svg width="${size}" height="${size}" `);
  await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block}</style>${svg}`);
  await page.screenshot({ path: join(folder, target), omitBackground: true });
  await page.close();
}
await browser.close();
