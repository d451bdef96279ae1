import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../project-folder.ts';
import { findLeaks, findPackingProblems } from './find-packing-problems.ts';
import { fusesAsConfigured } from './make-stand-in.ts';
import { listFiles, packWithStandIn, type Rehearsal } from './pack-with-stand-in.ts';
import { startPackedApp } from './start-packed-app.ts';
import { startPackedWindow } from './start-packed-window.ts';
import { writeLicences } from './write-licences.ts';

/** A part that comes in by mistake is mostly larger than all that we mean to pack. */
const MOST_MEGABYTES = 40;

const isText = (file: string): boolean => /\.(js|cjs|json|html|css|sql)$/.test(file);

/** Packs the built app with a stand-in for Electron and holds what comes out to account. Answers with what is wrong. */
export async function rehearsePacking(say: (line: string) => void): Promise<string[]> {
  const into = mkdtempSync(join(tmpdir(), 'life-os-packing-'));
  try {
    say(`${writeLicences(projectFolder)} packages are named with their licences`);
    const packed = await packWithStandIn(projectFolder, into);
    say(
      `packed ${packed.files.length} files of ${packed.megabytes.toFixed(1)} MB, ${packed.unpacked.length} of them beside the archive`,
    );
    const problems = [...inspect(packed), ...findLeaks(readTexts(packed), [projectFolder, '_authToken'])];
    if (problems.length > 0) return problems;
    say('nothing is missing, and nothing is in it that has no business there');
    const dataFolder = join(into, 'data');
    mkdirSync(dataFolder);
    await startPackedApp(packed.extracted, dataFolder);
    say('the packed files start under plain Node: page, search in what is remembered, practice life, other programs');
    const windowFolder = join(into, 'window');
    mkdirSync(windowFolder);
    const isShown = await startPackedWindow(packed.extracted, windowFolder);
    say(
      isShown ? 'their window opens in the stand-in for Electron' : 'NOT TRIED: their window, as there is no Chromium',
    );
    return [];
  } finally {
    rmSync(into, { recursive: true, force: true, maxRetries: 5 });
  }
}

function inspect(packed: Rehearsal): string[] {
  const migrations = listFiles(join(projectFolder, 'db/migrations'));
  const problems = findPackingProblems(packed, { migrations, platform: process.platform, arch: process.arch });
  const { fuses, megabytes } = packed;
  if (megabytes > MOST_MEGABYTES) problems.push(`it is ${megabytes.toFixed(1)} MB large`);
  return fuses === fusesAsConfigured ? problems : [...problems, `the program’s switches stand at ${fuses}`];
}

const readTexts = ({ files, extracted }: Rehearsal): ReadonlyMap<string, string> =>
  new Map(files.filter(isText).map((file) => [file, readFileSync(join(extracted, file), 'utf8')]));
