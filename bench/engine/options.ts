import { parseArgs } from 'node:util';
import { type ShapeId, shapeIds } from './shapes.ts';

export type Options = {
  /** Names of what is measured: `engine`, `limit`, `flat-cost` or a peer; everything when empty. */
  readonly only: readonly string[];
  readonly shapes: readonly ShapeId[];
  /** How often each figure is taken; the median counts. With 0 the tables are drawn empty. */
  readonly rounds: number;
  /** How long the history is beside which a step is measured. */
  readonly events: number;
  readonly cpuProfile: boolean;
  /** Puts the tables into docs/engine.md. */
  readonly write: boolean;
};

/** Throws with a plain sentence for what it doesn't know. `peers` are the names of those that can be asked for. */
export function readOptions(args: readonly string[], peers: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      shape: { type: 'string', default: shapeIds.join(',') },
      rounds: { type: 'string', default: '1' },
      events: { type: 'string', default: '1000000' },
      'cpu-profile': { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  return {
    only: listOf(values.only).map((word) => oneOf(word, ['engine', 'limit', 'flat-cost', ...peers])),
    shapes: listOf(values.shape).map((word) => oneOf(word, shapeIds)),
    rounds: toCount(values.rounds),
    events: toCount(values.events),
    cpuProfile: values['cpu-profile'],
    write: values.write,
  };
}

/** Whether a contender is to be measured. `engine` alone brings the limit along, as it's what it is held against. */
export const isAskedFor = ({ only }: Pick<Options, 'only'>, name: string): boolean =>
  only.length === 0 || only.includes(name) || (name === 'limit' && only.includes('engine'));

const listOf = (text: string): string[] => text.split(',').filter((word) => word !== '');

function oneOf<Word extends string>(word: string, words: readonly Word[]): Word {
  const known = words.find((each) => each === word);
  if (known === undefined) throw new Error(`There is no “${word}”; there are ${words.join(', ')}.`);
  return known;
}

function toCount(word: string): number {
  const count = Number(word);
  if (!Number.isInteger(count) || count < 0) throw new Error(`“${word}” is not a count.`);
  return count;
}
