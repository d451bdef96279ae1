// `npm run package` packs the app for this system into dist/, as electron-builder.yml says. It needs Electron itself,
// which electron-builder downloads. `npm run package -- --rehearse` proves the packing without it, on Linux.
import { bundleWhenStale } from './bundle-when-stale.mjs';
import { rehearsePacking } from './packaging/rehearse-packing.ts';
import { writeLicences } from './packaging/write-licences.ts';
import { projectFolder } from './project-folder.ts';

const NOT_RUN =
  'Not tried by this: Electron itself, its window, tray and notifications, and the installers (AppImage, dmg, nsis).';

const NOT_PACKED =
  'The app was not packed. Packing downloads Electron and the tools of each installer, so it needs the network; ' +
  '“npm run package -- --rehearse” proves the rest without it.';

if (!bundleWhenStale(projectFolder)) process.exit(1);

if (process.argv.includes('--rehearse')) {
  process.exitCode = await rehearse();
} else {
  process.exitCode = await pack();
}

async function pack(): Promise<number> {
  const { build } = await import('electron-builder');
  writeLicences(projectFolder);
  try {
    await build({ projectDir: projectFolder, publish: 'never' });
    return 0;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${NOT_PACKED}`);
    return 1;
  }
}

async function rehearse(): Promise<number> {
  if (process.platform !== 'linux') {
    console.error('The packing is rehearsed on Linux only. Nothing was packed.');
    return 1;
  }
  const problems = await rehearsePacking((line) => console.log(`✓ ${line}`));
  for (const problem of problems) console.error(`✗ ${problem}`);
  console.log(NOT_RUN);
  return problems.length === 0 ? 0 : 1;
}
