import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startLife } from '#main/compose-for-tests.ts';

it('keeps the language for the next start, writes it down once, and goes on in the one that is loaded', async () => {
  const life = await startLife({});
  expect(await life.api.language.get()).toEqual({ choice: 'auto', speaks: 'en', next: 'en', startsAgain: false });
  await life.api.language.choose({ choice: 'es' });
  const after = await life.api.language.choose({ choice: 'es' });
  expect(after).toEqual({ choice: 'es', speaks: 'en', next: 'es', startsAgain: false });
  expect(JSON.parse(readFileSync(join(life.folder, 'language.json'), 'utf8'))).toEqual({ language: 'es' });
  const { items } = await life.api.events.history({});
  expect(items.flatMap(({ body }) => (body.kind === 'language.changed' ? [body.to] : []))).toEqual(['es']);
});

it('starts again after the answer where it can, and only for another language', async () => {
  let starts = 0;
  const life = await startLife(
    {},
    {
      startAgain() {
        starts += 1;
      },
    },
  );
  await life.api.language.choose({ choice: 'en' });
  await new Promise(setImmediate);
  expect(starts).toBe(0);
  const answer = life.api.language.choose({ choice: 'es' });
  expect(await answer).toMatchObject({ speaks: 'en', next: 'es', startsAgain: true });
  await new Promise(setImmediate);
  expect(starts).toBe(1);
});
