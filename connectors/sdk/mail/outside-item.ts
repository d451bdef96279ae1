import type { OutsidePart } from '#connectors/sdk/action.ts';
import type { Summary } from '#connectors/sdk/mail/summary.ts';

/** The name of an email in the mark of what came from it: `outside:mail/<message-id>`, without its brackets. */
export const itemOf = ({ id }: Pick<Summary, 'id'>): string => id.replaceAll(/^<|>$/g, '');

/** What the card of a value that came from an email says of it. */
export const outsideEmail = (
  { id, subject, from }: Pick<Summary, 'id' | 'subject' | 'from'>,
  path = '',
): OutsidePart => ({
  path,
  item: itemOf({ id }),
  what: 'email',
  title: subject,
  by: from.address === '' ? null : from.address,
});
