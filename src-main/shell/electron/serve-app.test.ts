import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { serveApp } from '#main/shell/electron/serve-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'serve-app-'));
const page = join(folder, 'renderer');
mkdirSync(join(page, 'assets'), { recursive: true });
writeFileSync(join(page, 'index.html'), '<!doctype html><html lang="en" class="x">');
writeFileSync(join(page, 'assets/app.js'), 'export {};');
writeFileSync(join(folder, 'secret.js'), 'secret');
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['app://life-os/', 'text/html; charset=utf-8'],
  ['app://life-os/index.html', 'text/html; charset=utf-8'],
  ['app://life-os/assets/app.js', 'text/javascript; charset=utf-8'],
])('%s is served as %s under the strict policy', async (address, type) => {
  const answer = await serveApp(page, address, 'en');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe(type);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test.each([
  'app://life-os/../secret.js',
  'app://life-os/%2e%2e/secret.js',
  'app://life-os/..%2fsecret.js',
  'app://life-os/assets',
  'app://life-os/nothing.js',
  'app://elsewhere/index.html',
  'https://life-os/index.html',
])('%s is not there', async (address) => {
  const answer = await serveApp(page, address, 'en');
  expect(answer.status).toBe(404);
  expect(await answer.text()).toBe('');
});

test.each(['app://life-os/', 'app://life-os/index.html'])('%s says which language to speak', async (address) => {
  const answer = await serveApp(page, address, 'es');
  expect(await answer.text()).toBe('<!doctype html><html lang="es" class="x">');
});
