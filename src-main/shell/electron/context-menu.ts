import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { plainLabel } from '#main/shell/electron/plain-label.ts';

type Asked = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags' | 'dictionarySuggestions'>;

/** What the right button offers: better spellings first, then what can be done with text; nothing where that is nothing. */
export function contextMenu(asked: Asked, replace: (word: string) => void): MenuItemConstructorOptions[] {
  const { isEditable, selectionText, editFlags, dictionarySuggestions } = asked;
  if (!isEditable) return selectionText.trim() === '' ? [] : [{ role: 'copy' }];
  const spellings: MenuItemConstructorOptions[] = dictionarySuggestions.map((word) => ({
    label: plainLabel(word),
    click: () => replace(word),
  }));
  return [
    ...spellings,
    ...(spellings.length > 0 ? [{ type: 'separator' } as const] : []),
    { role: 'cut', enabled: editFlags.canCut },
    { role: 'copy', enabled: editFlags.canCopy },
    { role: 'paste', enabled: editFlags.canPaste },
    { role: 'selectAll', enabled: editFlags.canSelectAll },
  ];
}
