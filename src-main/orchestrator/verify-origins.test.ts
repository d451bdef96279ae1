import { describe, expect, it } from 'vitest';
import type { ArgTemplate, Plan } from '#contract/model/plan.ts';
import type { Provenance } from '#contract/model/provenance.ts';
import { knownItem } from '#main/memory/memory-items-for-tests.ts';
import { type Said, verifyOrigins } from '#main/orchestrator/verify-origins.ts';

const ana = knownItem('p1', { kind: 'person', name: 'Ana Silva', email: 'ana@example.com' });
const fact = knownItem('f1', { kind: 'fact', text: 'The plumber is sam@pipes.example' });
const words = ['Send 40 euros to bob@example.com and write “See you at five” to Ana'];

function originsOf(args: ArgTemplate, said: Partial<Said> = {}, claimed?: Record<string, Provenance>) {
  const step = { id: 'a', says: 'x', action: 'mail.send', args, dependsOn: [], risk: 'L0' } as const;
  const plan: Plan = {
    goal: 'x',
    madeBy: 'built-in',
    steps: [{ ...step, ...(claimed && { origins: claimed }) }],
    leftOut: [],
  };
  const verified = verifyOrigins(plan, { words, memory: [ana], read: [], ...said });
  expect(verified.madeBy).toBe('model');
  return verified.steps[0]?.origins ?? {};
}

describe('a literal of a planner whose word counts for nothing', () => {
  it.each([
    ['bob@example.com', 'person'],
    ['See you at five', 'person'],
    ['See  you\nat five', 'person'],
    [40, 'person'],
    ['ana@example.com', 'contact'],
    ['Ana Silva', 'contact'],
    ['eve@example.net', 'model'],
    ['ob@example.com', 'model'],
    ['bob@example.co', 'model'],
    ['bob@example.com.evil.example', 'model'],
    ['example.com', 'model'],
    ['See you at fi', 'model'],
    [4, 'model'],
    [400, 'model'],
    [true, 'model'],
    ['“', 'model'],
  ] as const)('%j is from: %s', (value, from) => {
    expect(originsOf({ value })['/value']).toEqual([from]);
  });

  it('is not the person’s because the planner says so, at whatever place', () => {
    const lies: Record<string, Provenance> = { '': ['person'], '/to': ['person'], '/to/0': ['contact'] };
    expect(originsOf({ to: ['eve@example.net'] }, {}, lies)['/to/0']).toEqual(['model']);
  });

  it('has what the planner admits beside', () => {
    const admitted: Record<string, Provenance> = { '/to': ['outside:mail/1'] };
    expect(originsOf({ to: ['bob@example.com'] }, {}, admitted)['/to/0']).toEqual(['outside:mail/1', 'person']);
  });

  it('may have come from anything that was read before, when it does not stand in the person’s words', () => {
    const origins = originsOf({ a: 'eve@example.net', b: 'bob@example.com' }, { read: ['outside:mail/1'] });
    expect(origins).toMatchObject({ '/a': ['model', 'outside:mail/1'], '/b': ['person'] });
  });

  it('may have come from any fact that is kept, for a fact may be text that somebody else wrote', () => {
    const memory = [ana, fact, knownItem('f2', { kind: 'fact', text: 'The bins go out on Monday' })];
    const origins = originsOf({ a: 'sam@pipes.example', b: 'eve@example.net' }, { memory });
    expect(origins['/a']).toEqual(['model', 'outside:memory/f1']);
    expect(origins['/b']).toEqual(['model', 'outside:memory/f1', 'outside:memory/f2']);
  });

  it('keeps references as they are, whose marks are those of what they point at', () => {
    expect(Object.keys(originsOf({ to: { from: 'b', path: '/x' }, list: [1, { deep: 'x' }] })).sort()).toEqual(
      ['', '/list/0', '/list/1/deep'].sort(),
    );
  });
});
