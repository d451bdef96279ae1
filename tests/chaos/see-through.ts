import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileCache, lifeProgram } from './bundle-life.ts';
import { drawFrom, oneOf } from './draw-from.ts';
import { expectInvariants } from './expect-invariants.ts';
import type { Crash, LifeTask } from './life-process.ts';
import { openRemote } from './remote.ts';

const DAY_MS = 86_400_000;
/** In summer time, right before the clocks go back, and right before they go forward in Lisbon. */
const STARTS = ['2026-07-01T10:00:00.000Z', '2026-10-25T00:59:59.000Z', '2027-03-28T00:59:59.000Z'] as const;

/** A kill comes within about so many requests, so that a long life is killed all along. */
const AHEAD = 24;

export type Chaos = {
  readonly seed: number;
  readonly requests: number;
  readonly atOnce: number;
  readonly kills: number;
  /** Called with the folder after each kill, and with how many there were so far. */
  readonly afterKill?: (folder: string, killed: number) => Promise<void> | void;
};
export type Seen = { readonly runs: number; readonly effects: number; readonly kills: number };

/** Lives through the requests of a seed in a process that is killed again and again, and then looks whether all is well. */
export async function seeThrough({ seed, requests, atOnce, kills, afterKill }: Chaos): Promise<Seen> {
  const random = drawFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), `life-os-chaos-${seed}-`));
  const remote = await openRemote(seed);
  const from = oneOf(random(), ...STARTS);
  let killed = 0;
  try {
    for (let left = kills; ; left -= 1) {
      const task: LifeTask = {
        // What a restore may have forgotten is asked for anew.
        ...{ seed, first: afterKill ? 0 : remote.endedBelow(), requests, atOnce, folder, origin: remote.origin },
        crash: left > 0 && random() < 0.7 ? drawCrash(random, requests) : null,
        clock: {
          from: new Date(Date.parse(from) + oneOf(random(), -DAY_MS, 0, 0, DAY_MS)).toISOString(),
          jumpsBy: oneOf(random(), 0, 0, -DAY_MS, DAY_MS),
        },
      };
      // What isn't killed from inside is killed from outside, some time after it began.
      const outside = left > 0 && task.crash === null ? 300 + random() * 40 * Math.min(requests, AHEAD) : null;
      if (await isLivedToTheEnd(task, outside)) break;
      killed += 1;
      await afterKill?.(folder, killed);
    }
    return { ...(await expectInvariants(folder, remote, requests, afterKill === undefined)), kills: killed };
  } finally {
    await remote.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Somewhere in what a start and a part of the requests count. */
function drawCrash(random: () => number, requests: number): Crash {
  const at = oneOf(random(), 'write', 'commit', 'call', 'answer');
  const each = { write: 20, commit: 12, call: 2, answer: 2 }[at];
  return { at, n: 1 + Math.floor(random() * each * Math.min(requests, AHEAD)) };
}

/** False when it was killed. Whatever else ends it is a finding. */
function isLivedToTheEnd(task: LifeTask, killAfterMs: number | null): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [lifeProgram, JSON.stringify(task)], {
      env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    let told = '';
    child.stderr.on('data', (piece) => {
      told += String(piece);
    });
    const timer = killAfterMs === null ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve(true);
      else if (signal === 'SIGKILL') resolve(false);
      else reject(new Error(`Seed ${task.seed}: the process ended with ${code ?? signal}.\n${told}`));
    });
  });
}
