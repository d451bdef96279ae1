import type { AccessToken } from '#contract/model/access-token.ts';
import type { Role } from '#contract/model/role.ts';
import { capitalised } from '#renderer/words/capitalised.ts';
import { dayAndTime } from '#renderer/words/time.ts';

export const roleWords: Readonly<Record<Role, { readonly title: string; readonly may: string }>> = {
  viewer: { title: 'Only looking', may: 'can look and change nothing' },
  delegate: { title: 'Acting for you', may: 'can ask for things and answer cards for you, within your rules' },
  program: {
    title: 'A program that asks',
    may: 'can look and ask for things, and every card of that is yours to answer',
  },
  owner: { title: 'Everything', may: 'can do everything that you can' },
};

export const roleChoices = (['viewer', 'program', 'delegate', 'owner'] as const).map((role) => ({
  value: role,
  title: roleWords[role].title,
  says: capitalised(`${roleWords[role].may}.`),
}));

export const accessWords = {
  title: 'Keys for programs and people',
  intro: 'A key lets a program on this computer, or somebody who uses it, work with Life OS. Each can be taken away.',
  add: 'Make a key',
  form: 'A new key',
  name: 'Who or what it is for',
  role: 'What it may do',
  make: 'Make the key',
  back: 'Leave as it was',
  madeTitle: 'Copy the key now',
  madeSays: 'It is shown this once and kept nowhere. Whoever holds it can use it until you take it away.',
  key: 'Key',
  done: 'I have it',
  empty: 'Nobody but you has a key.',
  revoke: 'Take it away',
  revokeOf: (name: string) => `Take the key of “${name}” away`,
  needsName: 'Say who or what the key is for.',
} as const;

/** What stands under its name. */
export function tokenSentence({ role, expiresAt, lastUsedAt, revokedAt }: AccessToken): string {
  if (revokedAt !== null) return `Taken away ${dayAndTime(revokedAt)}.`;
  const used = lastUsedAt === null ? 'Not used yet.' : `Last used ${dayAndTime(lastUsedAt)}.`;
  return `${roleWords[role].title}. ${used} Works until ${dayAndTime(expiresAt)}.`;
}
