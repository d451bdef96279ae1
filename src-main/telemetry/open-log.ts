import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { destination, pino, stdSerializers } from 'pino';
import type { Log } from '#main/seams.ts';

/**
 * Structured log lines in `<data folder>/logs/life-os.log`. Arguments and answers are never in it. Each is
 * on its way to the disk before work goes on: they are few, and the last one before an end is the wanted one.
 */
export function openLog(dataFolder: string): Log {
  const folder = join(dataFolder, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = destination({ dest: join(folder, 'life-os.log'), sync: true, mode: 0o600 });
  return pino({ serializers: { error: stdSerializers.err } }, file);
}
