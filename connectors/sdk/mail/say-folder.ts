import { t } from '#contract/language/t.ts';
/** `INBOX` is what servers call it. */
export const sayFolder = (path: string): string => (path.toUpperCase() === 'INBOX' ? t`Inbox` : path);
