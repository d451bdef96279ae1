import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunDetail } from '#contract/api/workflows.ts';
import type { ToolMap, ToolServer } from '#contract/model/tool-server.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import { makeFolder, startLife, type TestLife } from '#main/compose-for-tests.ts';
import { scriptCommand } from '#tests/peers/mcp-servers.ts';

const script = join(import.meta.dirname, '../../tests/peers/hostile-mcp-server.mjs');

export const keepsNotes: ToolMap = {
  does: 'changes',
  reaches: 'self',
  recipients: null,
  backByHand: false,
  repeatable: false,
};

export type Hostile = {
  readonly life: TestLife;
  readonly server: ToolServer;
  /** How many calls reached it. */
  calls(): number;
  /** Whether its process is there. */
  isRunning(): boolean;
  /** From now on it is another, or well. */
  turn(into: 'changed' | 'well'): void;
};

/** A life with a program that misbehaves in one way; its tool is described as the person would. */
export async function withHostile(how: string, map: ToolMap | null = keepsNotes): Promise<Hostile> {
  const life = await startLife('as shipped');
  const log = join(makeFolder(), 'calls');
  const at = scriptCommand(script, how, log);
  const added = await life.api.toolServers.add({ name: 'Notes', way: 'command', at });
  const server = map === null ? added : await describeTool(life, added, 'keep_note', map);
  return {
    life,
    server,
    calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').length : 0),
    isRunning() {
      try {
        return process.kill(Number(readFileSync(`${log}.pid`, 'utf8')), 0);
      } catch {
        return false;
      }
    },
    turn: (into) => writeFileSync(`${log}.${into}`, ''),
  };
}

export const hostileCommand = (how: string): string => scriptCommand(script, how);

export function describeTool(life: TestLife, server: ToolServer, tool: string, map: ToolMap): Promise<ToolServer> {
  const version = server.tools.find(({ name }) => name === tool)?.version ?? '';
  return life.api.toolServers.mapTool({ provider: server.provider, tool, version, map });
}

/** Says it, and goes on to the first card or the end. */
export const sayAndWait = async (life: TestLife, sentence: string): Promise<RunDetail> =>
  life.still(await life.say(sentence));

/** Says yes to its card and waits until the run is over, or nobody can know. */
export async function sayYes(life: TestLife, { id }: RunDetail): Promise<RunDetail> {
  await life.approve(id);
  return life.until(() => {
    const run = life.run(id);
    return (isRunOver(run.state) || run.steps.some(({ failure }) => failure?.kind === 'outcome-unknown')) && run;
  });
}
