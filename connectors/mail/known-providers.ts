import { t } from '#contract/language/t.ts';
import type { AccountValues } from '#contract/model/account.ts';

/** A mail service that many people use, as its own help pages describe it in November 2026. */
export type KnownProvider = {
  readonly name: string;
  readonly domains: readonly string[];
  readonly imap: string;
  readonly smtp: string;
  /** 465 with TLS from the start, or 587 with STARTTLS. */
  readonly smtpPort: 465 | 587;
  /** It takes an app password alone, made here; null where the usual password does. */
  readonly appPasswordAt: string | null;
  /** It puts what was sent into Sent by itself. */
  readonly keepsSent: boolean;
  /** It signs in with the part before the @. */
  readonly shortUser?: true;
  /** What the person should know before they try. */
  readonly note?: string;
};

export const knownProviders: readonly KnownProvider[] = [
  {
    name: 'iCloud Mail',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    imap: 'imap.mail.me.com',
    smtp: 'smtp.mail.me.com',
    smtpPort: 587,
    appPasswordAt: t`account.apple.com, under Sign-In and Security`,
    keepsSent: false,
  },
  {
    name: 'Fastmail',
    domains: ['fastmail.com', 'fastmail.fm', 'fastmail.net', 'fastmail.org', 'messagingengine.com'],
    imap: 'imap.fastmail.com',
    smtp: 'smtp.fastmail.com',
    smtpPort: 465,
    appPasswordAt: t`app.fastmail.com, under Settings, Privacy & Security`,
    keepsSent: false,
  },
  {
    name: 'Gmail',
    domains: ['gmail.com', 'googlemail.com'],
    imap: 'imap.gmail.com',
    smtp: 'smtp.gmail.com',
    smtpPort: 465,
    appPasswordAt: t`myaccount.google.com/apppasswords, with 2-Step Verification on`,
    keepsSent: true,
  },
  {
    name: 'Outlook.com',
    domains: [
      'outlook.com',
      'hotmail.com',
      'live.com',
      'msn.com',
      'outlook.de',
      'outlook.fr',
      'hotmail.co.uk',
      'hotmail.fr',
    ],
    imap: 'outlook.office365.com',
    smtp: 'smtp-mail.outlook.com',
    smtpPort: 587,
    appPasswordAt: t`account.microsoft.com, under Security`,
    keepsSent: true,
    note: t`Outlook.com lets fewer and fewer programs sign in with a password. It may turn this one away.`,
  },
  {
    name: 'Yahoo Mail',
    domains: [
      'yahoo.com',
      'ymail.com',
      'rocketmail.com',
      'yahoo.co.uk',
      'yahoo.de',
      'yahoo.fr',
      'yahoo.es',
      'yahoo.it',
    ],
    imap: 'imap.mail.yahoo.com',
    smtp: 'smtp.mail.yahoo.com',
    smtpPort: 465,
    appPasswordAt: t`login.yahoo.com, under Security`,
    keepsSent: true,
  },
  {
    name: 'AOL Mail',
    domains: ['aol.com', 'aim.com'],
    imap: 'imap.aol.com',
    smtp: 'smtp.aol.com',
    smtpPort: 465,
    appPasswordAt: t`login.aol.com, under Security`,
    keepsSent: true,
  },
  {
    name: 'GMX',
    domains: ['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'],
    imap: 'imap.gmx.net',
    smtp: 'mail.gmx.net',
    smtpPort: 465,
    appPasswordAt: null,
    keepsSent: false,
    note: t`GMX must allow other programs first: in its settings, under POP3 & IMAP.`,
  },
  {
    name: 'GMX',
    domains: ['gmx.com', 'gmx.us', 'gmx.co.uk', 'gmx.fr'],
    imap: 'imap.gmx.com',
    smtp: 'mail.gmx.com',
    smtpPort: 465,
    appPasswordAt: null,
    keepsSent: false,
    note: t`GMX must allow other programs first: in its settings, under POP3 & IMAP.`,
  },
  {
    name: 'WEB.DE',
    domains: ['web.de'],
    imap: 'imap.web.de',
    smtp: 'smtp.web.de',
    smtpPort: 587,
    appPasswordAt: null,
    keepsSent: false,
    note: t`WEB.DE must allow other programs first: in its settings, under POP3/IMAP.`,
  },
  {
    name: 'mailbox.org',
    domains: ['mailbox.org'],
    imap: 'imap.mailbox.org',
    smtp: 'smtp.mailbox.org',
    smtpPort: 465,
    appPasswordAt: null,
    keepsSent: false,
  },
  {
    name: 'Posteo',
    domains: ['posteo.de', 'posteo.net', 'posteo.org'],
    imap: 'posteo.de',
    smtp: 'posteo.de',
    smtpPort: 465,
    appPasswordAt: null,
    keepsSent: false,
  },
  {
    name: 'Zoho Mail',
    domains: ['zoho.com', 'zohomail.com'],
    imap: 'imap.zoho.com',
    smtp: 'smtp.zoho.com',
    smtpPort: 465,
    appPasswordAt: t`accounts.zoho.com, under Security`,
    keepsSent: true,
  },
  {
    name: 'Yandex Mail',
    domains: ['yandex.com', 'yandex.ru', 'ya.ru'],
    imap: 'imap.yandex.com',
    smtp: 'smtp.yandex.com',
    smtpPort: 465,
    appPasswordAt: t`id.yandex.com, under Security`,
    keepsSent: true,
    shortUser: true,
  },
];

export const domainOf = (address: string): string =>
  address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();

export const findKnownProvider = (domain: string): KnownProvider | undefined =>
  knownProviders.find(({ domains }) => domains.includes(domain));

/** The service behind a server’s name, whatever address it is for. */
export const findProviderOfHost = (host: string): KnownProvider | undefined =>
  knownProviders.find(({ imap, smtp }) => host === imap || host === smtp);

export const settingsOfProvider = (provider: KnownProvider, address: string): AccountValues => ({
  user: provider.shortUser ? address.slice(0, address.lastIndexOf('@')) : address,
  imapHost: provider.imap,
  imapPort: '993',
  imapSecurity: 'tls',
  smtpHost: provider.smtp,
  smtpPort: String(provider.smtpPort),
  smtpSecurity: provider.smtpPort === 465 ? 'tls' : 'starttls',
  sentCopies: provider.keepsSent ? 'server' : 'app',
});
