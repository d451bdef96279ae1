import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { parseInput } from '#connectors/sdk/parse-input.ts';
import { succeed } from '#contract/model/result.ts';

const action = defineAction({
  name: 'test.try',
  title: 'Try',
  input: z.strictObject({
    title: z.string().min(3).max(9),
    minutes: z.int().min(1).max(60).default(30),
    kind: z.enum(['big', 'small']).optional(),
    to: z.array(z.email()).max(2).optional(),
    own: z
      .string()
      .refine((text) => text === 'x', 'It has its own sentence.')
      .optional(),
  }),
  output: z.null(),
  risk: 'L0',
  scopes: [],
  delivery: 'exactly-once',
  labels: { title: 'Title', minutes: 'Minutes', to: 'To' },
  effect: () => ({ kind: 'none', audience: 'nobody', recipients: [], reversible: 'yes' }),
  describe: () => ({ title: 'Try', differences: [], undo: 'Nothing to take back.' }),
  report: () => ({ says: 'Tried.', lines: [] }),
  run: async () => succeed(null),
});

it('answers with what the schema makes of it', () => {
  expect(parseInput(action, { title: 'Dentist' })).toEqual({ ok: true, value: { title: 'Dentist', minutes: 30 } });
});

it.each([
  [{}, ['Title: This is missing.']],
  [{ title: null }, ['Title: This is missing.']],
  [{ title: 3 }, ['Title: This does not fit here.']],
  [{ title: 'ab' }, ['Title: This is too short.']],
  [{ title: 'x'.repeat(10) }, ['Title: This is too long.']],
  [{ title: 'Dentist', minutes: 0 }, ['Minutes: This is under 1.']],
  [{ title: 'Dentist', minutes: 61 }, ['Minutes: This is over 60.']],
  [{ title: 'Dentist', minutes: 1.5 }, ['Minutes: This does not fit here.']],
  [{ title: 'Dentist', kind: 'medium' }, ['kind: This does not fit here.']],
  [{ title: 'Dentist', to: ['ana', 'bo'] }, ['To: This is not an email address.']],
  [{ title: 'Dentist', to: ['a@b.org', 'a@b.org', 'a@b.org'] }, ['To: This is too long.']],
  [{ title: 'Dentist', own: 'y' }, ['own: It has its own sentence.']],
  [{ title: 'Dentist', colour: 'red', size: 3 }, ['Nothing here takes colour and size.']],
  [{ title: 3, minutes: 'x' }, ['Title: This does not fit here.', 'Minutes: This does not fit here.']],
  ['a sentence', ['This does not fit here.']],
  [null, ['This is missing.']],
])('of %j it says %j', (raw, problems) => {
  expect(parseInput(action, raw)).toEqual({ ok: false, failure: { kind: 'invalid-arguments', problems } });
});
