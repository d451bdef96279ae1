import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Action } from '#connectors/sdk/action.ts';
import { type Attack, AttackFileSchema, attacksIn } from './attack.ts';
import { InjecAgentSchema, injecAgentActions, injecAgentAttacks } from './read-injecagent.ts';
import type { Deed, Item } from './services.ts';

export type AttackSet = {
  readonly name: string;
  readonly attacks: readonly Attack[];
  /** What its attacks reach for beside our own services. */
  actions(deeds: Deed[], item: () => Item): Action[];
};

const own = join(import.meta.dirname, 'attacks.json');
const injecagent = join(import.meta.dirname, '../../../../shared/data/dev/injecagent');

/** Our own set, InjecAgent when its folder is there, and every file of the folder that is named. */
export function attackSets({ data, everyManner }: { data: string | null; everyManner: boolean }): AttackSet[] {
  const folders = [injecagent, ...(data === null ? [] : [data])].filter((folder) => existsSync(folder));
  if (data !== null && !existsSync(data)) throw new Error(`There is no folder ${data}.`);
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  return [own, ...files.filter((name) => name.endsWith('.json'))].map((file) => readSet(file, everyManner));
}

function readSet(file: string, everyManner: boolean): AttackSet {
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const name = file === own ? 'our own' : (file.split(/[/\\]/).at(-1) ?? file);
  const theirs = InjecAgentSchema.safeParse(json);
  if (theirs.success) {
    const { data } = theirs;
    return {
      name,
      attacks: injecAgentAttacks(data, everyManner),
      actions: (deeds, item) => injecAgentActions(data, deeds, item),
    };
  }
  return { name, attacks: attacksIn(AttackFileSchema.parse(json)), actions: () => [] };
}
