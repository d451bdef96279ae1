import { expect, test } from 'vitest';
import { contextMenu } from '#main/shell/electron/context-menu.ts';

const editFlags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true } as never;

test('a misspelt word offers better ones first', () => {
  const taken: string[] = [];
  const asked = { isEditable: true, selectionText: '', editFlags, dictionarySuggestions: ['dentist', 'density'] };
  const [first, second] = contextMenu(asked, (word) => taken.push(word));
  expect([first?.label, second?.label]).toEqual(['dentist', 'density']);
  second?.click?.({} as never, undefined, {} as never);
  expect(taken).toEqual(['density']);
});

test('text that is only read can be copied, and an empty place offers nothing', () => {
  const read = { isEditable: false, selectionText: 'Dentist', editFlags, dictionarySuggestions: [] };
  expect(contextMenu(read, () => {})).toEqual([{ role: 'copy' }]);
  expect(contextMenu({ ...read, selectionText: ' ' }, () => {})).toEqual([]);
});
