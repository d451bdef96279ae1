import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { destination, pino, stdSerializers } from 'pino';
import type { Log } from '#main/seams.ts';

/** Structured log lines in `<data folder>/logs/life-os.log`. Arguments and answers are never in it. */
export function openLog(dataFolder: string): Log {
  const folder = join(dataFolder, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = destination({ dest: join(folder, 'life-os.log'), sync: false, mode: 0o600 });
  return pino({ serializers: { error: stdSerializers.err } }, file);
}
