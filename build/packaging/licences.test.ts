import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { packageFolderOf } from './note-bundled-packages.ts';
import { LICENCES, writeLicences } from './write-licences.ts';

const folder = mkdtempSync(join(tmpdir(), 'licences-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['/home/a/node_modules/react/index.js', 'node_modules/react'],
  ['/home/a/node_modules/@base-ui/react/esm/x.js?used', 'node_modules/@base-ui/react'],
  ['C:\\a\\node_modules\\one\\node_modules\\@two\\three\\x.js', 'node_modules/one/node_modules/@two/three'],
  ['\0commonjs:/a/node_modules/one/x.cjs', 'node_modules/one'],
  ['/home/a/src-main/compose.ts', null],
])('%s is of %s', (id, expected) => {
  expect(packageFolderOf(id)).toBe(expected);
});

it('names every package once, in its own words where it has some', () => {
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const packages = [
    'better-sqlite3',
    'sqlite-vec',
    '@napi-rs/keyring',
    '@cedar-policy/cedar-wasm',
    '@expo-google-fonts/inter',
    'react',
    '@radix-ui/colors',
  ];
  for (const name of packages)
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.2.3', license: 'MIT' }));
  write('node_modules/react/LICENSE.md', 'Permission is hereby granted');
  write('out/main/bundled-packages.json', '["node_modules/react"]');
  write('out/renderer/bundled-packages.json', '["node_modules/react"]');
  write('src-renderer/design/tokens.css', '@import "@radix-ui/colors/sand.css";');
  expect(writeLicences(folder)).toBe(packages.length);
  const text = readFileSync(join(folder, LICENCES), 'utf8');
  expect(text.match(/^react 1\.2\.3\nLicence: MIT\n\nPermission is hereby granted$/gm)).toHaveLength(1);
  expect(text).toContain('@radix-ui/colors 1.2.3\nLicence: MIT\n');
});
