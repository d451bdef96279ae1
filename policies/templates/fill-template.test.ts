import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOwnRule } from '#policies/load-policies.ts';
import { fillTemplate } from '#policies/templates/fill-template.ts';
import { templateOf, templates } from '#policies/templates/templates.ts';

const of = { id: 'own-1', automationId: null, say: (_kind: string, value: unknown) => String(value) };
const never = templateOf('never-reach');

describe('a sentence with its blanks filled in', () => {
  it('is one rule with its words and its values', () => {
    const blanks = { from: '22:00', until: '07:30' };
    const filled = fillTemplate(templateOf('quiet-hours'), blanks, { ...of, automationId: 'auto-1' });
    if (!filled.ok) throw new Error(filled.blank);
    expect(filled.says).toBe('Between 22:00 and 07:30 nothing goes out to anybody unless I say yes to it.');
    expect(filled.cedar).toContain('(if 1320 <= 450');
    expect(readOwnRule({ name: 'Your rule', text: filled.cedar })).toMatchObject({ id: 'own-1', says: filled.says });
    expect(filled.cedar).toContain('context.automation == "auto-1"');
  });

  it.each([
    ['is missing', {}, 'people'],
    ['is of another kind', { people: 'ana@x.example' }, 'people'],
    ['is empty', { people: [] }, 'people'],
    ['is not one of its own', { people: ['ana@x.example'], count: 3 }, 'count'],
  ])('is refused by name when a blank %s', (_what, blanks, blank) => {
    expect(fillTemplate(never, blanks, of)).toEqual({ ok: false, blank });
  });

  it('stays one and the same rule, whatever was typed into it, or is refused for letters that pretend', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (typed) => {
        const filled = fillTemplate(never, { people: [typed] }, { ...of, automationId: typed });
        if (!filled.ok) return typed.trim() === '';
        const rule = readOwnRule({ name: 'Your rule', text: filled.cedar });
        if (!('cedar' in rule)) return !/^[ -~]*$/.test(typed);
        return rule.id === 'own-1' && rule.effect === 'forbid' && rule.says === filled.says;
      }),
      { numRuns: 500 },
    );
  });

  it('is refused when an address mixes letters of two alphabets, so that it can’t pass for another', () => {
    const filled = fillTemplate(never, { people: ['аna@x.example'] }, of);
    if (!filled.ok) throw new Error(filled.blank);
    expect(readOwnRule({ name: 'Your rule', text: filled.cedar })).toMatchObject({
      says: expect.stringContaining('isn’t what it looks like'),
    });
  });

  it('has a name for each of its blanks, and no blank without one', () => {
    for (const { says, cedar, blanks } of templates) {
      const named = [...`${says}${cedar}`.matchAll(/\{([a-z]+)(\.[a-z]+)?\}/g)].map(([, name]) => name ?? '');
      expect(new Set(named)).toEqual(new Set(Object.keys(blanks)));
    }
  });
});
