import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startAtLogin } from '#main/shell/electron/start-at-login.ts';

const home = mkdtempSync(join(tmpdir(), 'start-at-login-'));
afterAll(() => rmSync(home, { recursive: true }));

function systemSettings() {
  const kept: object[] = [];
  return {
    kept,
    getLoginItemSettings: () => ({ openAtLogin: kept.length % 2 === 1 }) as never,
    setLoginItemSettings: (settings: object) => void kept.push(settings),
  };
}

test('on Linux a file in the autostart folder starts it quietly, and goes away again', () => {
  const app = systemSettings();
  const command = ['/opt/Life OS/life-os', '/a%b"c'];
  const start = startAtLogin({ platform: 'linux', app, command, home, configHome: undefined });
  expect(start.isOn()).toBe(false);
  start.set(true);
  expect(start.isOn()).toBe(true);
  const entry = readFileSync(join(home, '.config/autostart/life-os.desktop'), 'utf8');
  expect(entry).toContain('Exec="/opt/Life OS/life-os" "/a%%b\\\\"c" "--quiet"\n');
  start.set(false);
  start.set(false);
  expect(start.isOn()).toBe(false);
  expect(app.kept).toEqual([]);
});

test.each(['darwin', 'win32'] as const)('on %s the system keeps it', (platform) => {
  const app = systemSettings();
  const start = startAtLogin({ platform, app, command: ['/app'], home, configHome: undefined });
  start.set(true);
  expect(app.kept).toEqual([{ openAtLogin: true, path: '/app', args: ['--quiet'] }]);
  expect(start.isOn()).toBe(true);
});
