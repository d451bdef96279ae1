/** `INBOX` is what servers call it. */
export const sayFolder = (path: string): string => (path.toUpperCase() === 'INBOX' ? 'Inbox' : path);
