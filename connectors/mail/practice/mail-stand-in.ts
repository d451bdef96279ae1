import type { ImapFlow } from 'imapflow';
import type { Parcel } from '#connectors/mail/parcel.ts';
import type { Account } from '#connectors/sdk/account.ts';

/** As much of imapflow as the actions here call. */
export type MailClient = Pick<
  ImapFlow,
  | 'list'
  | 'mailboxOpen'
  | 'mailbox'
  | 'search'
  | 'fetchAll'
  | 'fetchOne'
  | 'messageFlagsAdd'
  | 'messageFlagsRemove'
  | 'messageMove'
  | 'messageDelete'
  | 'append'
  | 'download'
  | 'noop'
  | 'usable'
  | 'logout'
  | 'close'
>;

/** What answers in place of both servers in the practice life. */
export type MailStandIn = {
  openImap(): MailClient;
  /** Answers with the recipients that were not taken. Nobody gets anything. */
  deliver(parcel: Parcel): Promise<readonly string[]>;
};

/** A stand-in is made by this connector alone, for its own practice account. */
export const standInOf = ({ standIn }: Account): MailStandIn | null => (standIn as MailStandIn | undefined) ?? null;
