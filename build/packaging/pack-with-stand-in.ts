import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../run-program.ts';
import type { PackedApp } from './find-packing-problems.ts';
import { makeStandIn, readFuses } from './make-stand-in.ts';

export type Rehearsal = PackedApp & {
  readonly fuses: string;
  readonly extracted: string;
  /** Of everything that is ours; Electron comes on top. */
  readonly megabytes: number;
};

/**
 * Packs a project as `npm run package` does, but unpacked and with a stand-in for Electron, into a
 * folder of its own; and takes the archive apart again. Throws with the packer's output when it fails.
 */
export async function packWithStandIn(project: string, into: string): Promise<Rehearsal> {
  const electronDist = join(into, 'electron');
  const output = join(into, 'packed');
  const extracted = join(into, 'extracted');
  makeStandIn(electronDist);
  await run('electron-builder', [
    '--linux',
    '--dir',
    '--publish=never',
    `--projectDir=${project}`,
    `--config.electronDist=${electronDist}`,
    `--config.directories.output=${output}`,
  ]);
  const packed = join(output, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);
  const archive = join(packed, 'resources/app.asar');
  await run('asar', ['extract', archive, extracted]);
  return {
    files: listFiles(extracted),
    unpacked: listFiles(`${archive}.unpacked`),
    resources: readdirSync(join(packed, 'resources')),
    fuses: readFuses(readFileSync(join(packed, 'life-os'))),
    extracted,
    megabytes: listFiles(extracted).reduce((sum, file) => sum + statSync(join(extracted, file)).size, 0) / 1e6,
  };
}

export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

async function run(program: string, args: readonly string[]): Promise<void> {
  const { code, output } = await runProgram(`node_modules/.bin/${program}`, args);
  if (code !== 0) throw new Error(`${program} failed:\n${output}`);
}
