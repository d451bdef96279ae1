import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedaction } from '#main/model-router/redact.ts';

const digits = (least: number, most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((each) => each.join(''));
const email = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9.]{0,12}[a-z0-9]$/), fc.stringMatching(/^[a-z][a-z0-9]{1,10}$/))
  .map(([name, host]) => `${name}@${host}.example`);
const phone = digits(9, 12).map((number) => `+${number.replace(/^0/, '3')}`);
const word = fc.stringMatching(/^[a-zé]{1,8}$/);
const password = fc.stringMatching(/^[A-Za-z0-9@#$%&*]{4,20}$/).map((secret) => `password is ${secret}`);
const literalMark = fc.constantFrom('[email-1]', '[phone-2]', '[mark-1]');
const text = fc
  .array(fc.oneof(word, email, phone, password, literalMark, digits(7, 20)), { maxLength: 20 })
  .map((parts) => parts.join(' '));

describe('redacting', () => {
  it('gives back exactly what was hidden, whatever the text', () => {
    fc.assert(
      fc.property(text, (said) => {
        const { hide, show } = createRedaction();
        expect(show(hide(said))).toBe(said);
      }),
    );
  });

  it('leaves no address and no long number in what leaves', () => {
    fc.assert(
      fc.property(text, (said) => {
        const hidden = createRedaction().hide(said);
        expect(hidden).not.toMatch(/\w@\w/);
        expect(hidden).not.toMatch(/\d{7}/);
      }),
    );
  });

  it('shows marks in any depth of an answer, and leaves those that it never gave out', () => {
    const { hide, show } = createRedaction();
    hide('ana@example.com');
    expect(show({ to: ['[email-1]', { cc: '[email-2]' }], ok: true, none: null })).toEqual({
      to: ['ana@example.com', { cc: '[email-2]' }],
      ok: true,
      none: null,
    });
  });
});
