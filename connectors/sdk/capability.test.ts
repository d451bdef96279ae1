import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Action } from '#connectors/sdk/action.ts';
import { computeCapability } from '#connectors/sdk/capability.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { succeed } from '#contract/model/result.ts';

const look: Action = {
  name: 'test.look',
  title: 'Look',
  input: z.null(),
  output: z.null(),
  risk: 'L0',
  scopes: [],
  delivery: 'exactly-once',
  labels: {},
  effect: () => ({ kind: 'none', audience: 'nobody', recipients: [], reversible: 'yes' }),
  describe: () => ({ title: 'Look', differences: [], undo: 'Nothing to take back.' }),
  report: () => ({ says: 'Looked.', lines: [] }),
  run: async () => succeed(null),
};
const whole: Action = {
  ...look,
  name: 'test.change',
  risk: 'L2',
  findEarlier: async () => succeed(null),
  readBack: async () => succeed(true),
  undo: async () => succeed(null),
};
const draft: Action = { ...whole, name: 'test.draft', risk: 'L1' };
const without = (what: 'findEarlier' | 'readBack' | 'undo'): Action => ({ ...whole, [what]: undefined });

describe('what a connector is called', () => {
  it.each([
    ['planned', 'nothing', []],
    ['partial', 'only looking', [look]],
    ['partial', 'only drafts', [look, draft]],
    ['partial', 'a change that is not found again', [look, whole, without('findEarlier')]],
    ['partial', 'a change that is not read back', [without('readBack')]],
    ['partial', 'a change that cannot be undone', [whole, without('undo')]],
    ['supported', 'changes that are whole', [look, draft, whole]],
    ['supported', 'changes that are whole, without looking', [whole]],
  ] as const)('%s: %s', (capability, _what, actions) => {
    expect(computeCapability({ actions })).toBe(capability);
  });
});

describe('declaring a connector', () => {
  const parts = { title: 'Test', says: 'A test.', lives: 'computer', files: [] } as const;
  it('takes its own actions', () => {
    expect(defineConnector({ ...parts, provider: 'test', actions: [look] }).actions).toEqual([look]);
  });
  it('throws for an action that belongs to another', () => {
    expect(() => defineConnector({ ...parts, provider: 'tests', actions: [look] })).toThrow('test.look');
  });
});
