import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findConnectors, registryOf } from './render-registry.ts';

test('a folder with a connector.ts is a connector; the sdk, which declares what one is, is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'));
  try {
    for (const name of ['sdk', 'lists', 'half-made/actions']) mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'registry.ts'), '');
    writeFileSync(join(folder, 'lists/connector.ts'), '');
    writeFileSync(join(folder, 'sdk/connector.ts'), '');
    writeFileSync(join(folder, 'half-made/actions/connector.ts'), '');
    expect(findConnectors(folder)).toEqual(['lists']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the person’s own things come first, then the others by name', () => {
  const text = registryOf(['lists', 'zoo', 'google-mail', 'calendar']);
  expect(text).toContain("import { connector as googleMail } from '#connectors/google-mail/connector.ts';");
  expect(text).toContain('= [calendar, lists, googleMail, zoo];');
});
