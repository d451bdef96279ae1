import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '#contract/model/json.ts';
import type { Provenance } from '#contract/model/provenance.ts';
import type { Found } from '#main/executor/found.ts';
import { resolveArgs } from '#main/executor/resolve-args.ts';

const mail: Found = {
  output: { from: 'eve@example.com', amounts: [12, 30] },
  provenance: ['outside:mail/find'],
};
const found = new Map([['find', mail]]);
const person: Record<string, Provenance> = { '': ['person'] };

function resolved(template: Parameters<typeof resolveArgs>[0], origins = person) {
  const outcome = resolveArgs(template, origins, found);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value;
}

describe('filling in', () => {
  it('puts what was found in its place, in objects and lists, and leaves literals as they are', () => {
    const template = {
      to: [{ from: 'find', path: '/from' }, 'ana@example.com'],
      amount: { from: 'find', path: '/amounts/1' },
    };
    expect(resolved(template).args).toEqual({ to: ['eve@example.com', 'ana@example.com'], amount: 30 });
  });

  it('takes a whole output, and does not read references inside of what was found', () => {
    const sly = new Map([['find', { output: { from: 'other', path: '/secret' }, provenance: mail.provenance }]]);
    const outcome = resolveArgs({ x: { from: 'find', path: '' } }, person, sly);
    expect(outcome).toMatchObject({ ok: true, value: { args: { x: { from: 'other', path: '/secret' } } } });
  });

  it('fails where nothing was found, naming the place', () => {
    const nothing = { ok: false, failure: { kind: 'not-found', what: 'find/amounts/9' } };
    expect(resolveArgs({ x: { from: 'find', path: '/amounts/9' } }, person, found)).toEqual(nothing);
    expect(resolveArgs({ x: { from: 'gone', path: '/a' } }, person, found)).toMatchObject({ ok: false });
  });

  it('leaves any template without references as it is, with the person’s mark everywhere', () => {
    const isReference = (value: unknown): boolean =>
      value !== null && typeof value === 'object' && Object.keys(value).sort().join() === 'from,path';
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(!isReference(value));
        const { args, provenance } = resolved(value as Json);
        expect(args).toEqual(value);
        for (const marks of provenance.values()) expect(marks).toEqual(['person']);
      }),
    );
  });
});

describe('where a value came from', () => {
  it('is the step’s marks for a reference and the person for their own words', () => {
    const { provenance } = resolved({ to: { from: 'find', path: '/from' }, body: 'Hello' });
    expect(provenance.get('/to')).toEqual(['outside:mail/find']);
    expect(provenance.get('/body')).toEqual(['person']);
  });

  it('is everything that had a part in a list or an object', () => {
    const { provenance } = resolved({ to: ['ana@example.com', { from: 'find', path: '/from' }] });
    expect(provenance.get('/to/0')).toEqual(['person']);
    expect(provenance.get('/to')).toEqual(['outside:mail/find', 'person']);
    expect(provenance.get('')).toEqual(['outside:mail/find', 'person']);
  });

  it('is what the plan says of the place, or of the nearest place around it', () => {
    const origins: Record<string, Provenance> = { '': ['person'], '/to': ['contact'], '/to/1': ['memory'] };
    const { provenance } = resolved({ to: ['a', 'b'], empty: [] }, origins);
    expect(provenance.get('/to/0')).toEqual(['contact']);
    expect(provenance.get('/to/1')).toEqual(['memory']);
    expect(provenance.get('/to')).toEqual(['contact', 'memory']);
    expect(provenance.get('/empty')).toEqual(['person']);
  });

  it('is the model where nobody says', () => {
    expect(resolved({ x: 1 }, {}).provenance.get('/x')).toEqual(['model']);
  });
});
