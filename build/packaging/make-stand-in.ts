import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What marks, in Electron's program, the switches that packing sets; version 1 with eight of them. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const ON = '1';
const OFF = '0';
const asElectronShipsThem = '10110001';

/** The switches as electron-builder.yml sets them; what it does not name stays as Electron ships it. */
export const fusesAsConfigured = [OFF, ON, OFF, OFF, ON, ON, OFF, OFF].join('');

/** A folder that electron-builder takes for Electron on Linux: the program with its switches, and nothing that runs. */
export function makeStandIn(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const wire = Buffer.concat([
    Buffer.from(FUSE_MARK),
    Buffer.from([1, asElectronShipsThem.length]),
    Buffer.from(asElectronShipsThem),
  ]);
  const says = '#!/bin/sh\necho "This stands in for Electron."\nexit 1\n';
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(says), wire, Buffer.from('\n')]), { mode: 0o755 });
}

/** How the switches of a program stand, such as `00000100`. */
export function readFuses(program: Buffer): string {
  const at = program.indexOf(FUSE_MARK) + FUSE_MARK.length;
  const count = program[at + 1] ?? 0;
  return program.subarray(at + 2, at + 2 + count).toString('latin1');
}
