import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Action } from '#connectors/sdk/action.ts';
import { type Attack, AttackFileSchema, attacksIn } from './attack.ts';
import {
  type Collection,
  collectionOf,
  collectionOfCases,
  InjecAgentCasesSchema,
  InjecAgentSchema,
  injecAgentActions,
  injecAgentAttacks,
} from './read-injecagent.ts';
import type { Deed, Item } from './services.ts';

export type AttackSet = {
  readonly name: string;
  readonly attacks: readonly Attack[];
  /** What its attacks reach for beside our own services. */
  actions(deeds: Deed[], item: () => Item): Action[];
};

const own = join(import.meta.dirname, 'attacks.json');
const injecagent = join(import.meta.dirname, '../../../../shared/data/dev/injecagent');

/** `npm run test:hijacked`: each attack on each person, and the cases of a collection in all three manners. */
export const isWholeRun = process.env.LIFE_OS_HIJACKED === 'whole';

export const ownSet = readSet(own);

/** InjecAgent where its folder is there, and every file of the folder that `LIFE_OS_ATTACKS` names. */
export function collections(): AttackSet[] {
  const named = process.env.LIFE_OS_ATTACKS;
  if (named !== undefined && !existsSync(named)) throw new Error(`There is no folder ${named}.`);
  // The same folder is tried once, whichever way it is named.
  const folders = new Set([injecagent, named ?? injecagent].filter(existsSync).map((folder) => realpathSync(folder)));
  const files = [...folders].flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  return files.filter((name) => name.endsWith('.json')).map(readSet);
}

function readSet(file: string): AttackSet {
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const name = file === own ? 'our own' : (file.split(/[/\\]/).at(-1) ?? file);
  const collection = readCollection(json);
  if (!collection) return { name, attacks: attacksIn(AttackFileSchema.parse(json)), actions: () => [] };
  return {
    name,
    attacks: injecAgentAttacks(collection, isWholeRun),
    actions: (deeds, item) => injecAgentActions(collection, deeds, item),
  };
}

function readCollection(json: unknown): Collection | null {
  const parts = InjecAgentSchema.safeParse(json);
  if (parts.success) return collectionOf(parts.data);
  const cases = InjecAgentCasesSchema.safeParse(json);
  return cases.success ? collectionOfCases(cases.data) : null;
}
