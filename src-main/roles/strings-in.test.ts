import { expect, it } from 'vitest';
import { stringsIn } from '#main/roles/strings-in.ts';

it.each([
  ['', []],
  ['{"lines":[{"number":1,"text":', []],
  ['{"lines":[{"number":1,"text":"Built a', ['Built a']],
  ['{"text":"one"},{"text" : "two"}', ['one', 'two']],
  ['{"text":"a \\"quoted\\" word', ['a "quoted" word']],
  ['{"text":"cut in an escape \\', ['cut in an escape ']],
  ['{"text":"cut in a sign \\u00', ['cut in a sign ']],
  ['{"text":"a\\\\', ['a\\']],
  ['{"other":"text"}', []],
])('reads what there is of %s', (json, texts) => {
  expect(stringsIn(json, 'text')).toEqual(texts);
});
