import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../services/postgres.ts';
import { startRedis } from '../services/redis.ts';
import { startRestate } from '../services/restate.ts';
import type { StartedServer } from '../services/started-server.ts';
import type { Contender, NoFigure } from './contender.ts';
import type { Figures } from './figures.ts';
import { findOrInstallPostgres, findOrInstallRedis, findRestate, installPeers, peersFolder } from './install-peers.ts';
import { runInChild } from './run-in-child.ts';
import { inWorkFolder } from './work-folder.ts';

type Peer = {
  readonly name: string;
  /** Its package, whose version is pinned in bench/peers/package.json. */
  readonly pinnedAs: string;
  readonly durableBy: string;
  /** Finds its server, or installs it where that is allowed. */
  readonly findServer?: (say: (line: string) => void) => string | NoFigure;
  readonly startServer?: (program: string, folder: string) => Promise<StartedServer<object>>;
};

const sqlite = 'SQLite, WAL, synchronous=FULL';
const postgres = {
  durableBy: 'PostgreSQL, fsync=on, synchronous_commit=on',
  findServer: findOrInstallPostgres,
  startServer: startPostgres,
};

const peers: readonly Peer[] = [
  { name: 'openworkflow', pinnedAs: 'openworkflow', durableBy: sqlite },
  { name: 'langgraph', pinnedAs: '@langchain/langgraph', durableBy: `${sqlite}, durability=sync` },
  { name: 'dbos', pinnedAs: '@dbos-inc/dbos-sdk', ...postgres },
  { name: 'pg-boss', pinnedAs: 'pg-boss', ...postgres },
  {
    name: 'restate',
    pinnedAs: '@restatedev/restate-server',
    durableBy: 'its own log, fsync before a write counts',
    findServer: findRestate,
    startServer: startRestate,
  },
  {
    name: 'bullmq',
    pinnedAs: 'bullmq',
    durableBy: 'Redis, appendonly, appendfsync=always',
    findServer: findOrInstallRedis,
    startServer: startRedis,
  },
];

export const peerNames = peers.map(({ name }) => name);

/** The peers of these names, ready to be measured; one that can't run here says why instead of a figure. */
export function preparePeers(names: readonly string[], say: (line: string) => void): Contender[] {
  const wanted = peers.filter(({ name }) => names.includes(name));
  const missing = wanted.length > 0 ? installPeers(say) : null;
  return wanted.map((peer) => prepare(peer, missing ?? peer.findServer?.(say) ?? ''));
}

function prepare(peer: Peer, server: string | NoFigure): Contender {
  const program = join(peersFolder, `drive-${peer.name}.mjs`);
  return {
    name: peer.name,
    says: `${versionOf(peer)}; ${peer.durableBy}`,
    async run(shape) {
      if (typeof server !== 'string') return server;
      return inWorkFolder(async (folder) => {
        const started = await peer.startServer?.(server, folder);
        try {
          return await runInChild<Figures>(program, { shape, folder, server: started?.address });
        } finally {
          await started?.stop();
        }
      });
    },
  };
}

function versionOf({ pinnedAs }: Peer): string {
  const { dependencies } = JSON.parse(readFileSync(join(peersFolder, 'package.json'), 'utf8'));
  return `${pinnedAs} ${dependencies[pinnedAs]}`;
}
