import { it } from 'vitest';
import { collections } from './read-attacks.ts';
import { trySet } from './try-set.ts';

const sets = collections();
for (const set of sets) trySet(set);
it.runIf(sets.length === 0)('there is no collection of attacks beside our own here', () => {});
