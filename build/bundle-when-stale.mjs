import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const sources = [
  'contract',
  'policies',
  'connectors',
  'db',
  'src-main',
  'src-preload',
  'src-renderer',
  'resources',
];
const settings = ['electron.vite.config.ts', 'package.json', 'package-lock.json'];
const results = [
  'out/main/web.js',
  'out/main/mcp.js',
  'out/main/electron.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
];

/** One line that changes when a source file is changed, added or removed; costs a few milliseconds. */
export function stampOf(root) {
  let newest = 0;
  let files = 0;
  let bytes = 0;
  const look = (path) => {
    const found = statSync(path);
    newest = Math.max(newest, found.mtimeMs);
    bytes += found.size;
    files += 1;
  };
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (!/\.test\.tsx?$/.test(entry.name)) look(path);
    }
  };
  for (const folder of sources) if (existsSync(join(root, folder))) walk(join(root, folder));
  for (const file of settings) look(join(root, file));
  return `${newest} ${files} ${bytes}`;
}

/** Bundles the app into `out/` unless what is there is up to date. False when that failed. */
export function bundleWhenStale(root) {
  const stampFile = join(root, 'out/.stamp');
  const stamp = stampOf(root);
  const complete = results.every((file) => existsSync(join(root, file)));
  if (complete && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true;

  const bundler = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  if (!existsSync(bundler)) {
    if (complete) return true;
    console.error('The parts that Life OS is built with are missing. Run “npm ci” first, then “npm start”.');
    return false;
  }
  const began = Date.now();
  process.stdout.write('Building Life OS (only after something changed) … ');
  const outcome = spawnSync(process.execPath, [bundler, 'build', '--logLevel', 'warn'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  if (outcome.status !== 0) {
    process.stdout.write('that failed.\n');
    process.stderr.write(`${outcome.stdout}${outcome.stderr}`);
    return false;
  }
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stampFile, stamp);
  process.stdout.write(`done in ${((Date.now() - began) / 1000).toFixed(1)} s.\n`);
  return true;
}
