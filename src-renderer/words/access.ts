import { t } from '#contract/language/t.ts';
import type { AccessToken } from '#contract/model/access-token.ts';
import type { Role } from '#contract/model/role.ts';
import { capitalised } from '#renderer/words/capitalised.ts';
import { dayAndTime } from '#renderer/words/time.ts';

export const roleWords: Readonly<Record<Role, { readonly title: string; readonly may: string }>> = {
  viewer: { title: t`Only looking`, may: t`can look and change nothing` },
  delegate: { title: t`Acting for you`, may: t`can ask for things and answer cards for you, within your rules` },
  program: {
    title: t`A program that asks`,
    may: t`can look and ask for things, and every card of that is yours to answer`,
  },
  owner: { title: t`Everything`, may: t`can do everything that you can` },
};

export const roleChoices = (['viewer', 'program', 'delegate', 'owner'] as const).map((role) => ({
  value: role,
  title: roleWords[role].title,
  says: capitalised(`${roleWords[role].may}.`),
}));

export const accessWords = {
  title: t`Keys for programs and people`,
  intro: t`A key lets a program on this computer, or somebody who uses it, work with Life OS. Each can be taken away.`,
  add: t`Make a key`,
  form: t`A new key`,
  name: t`Who or what it is for`,
  role: t`What it may do`,
  make: t`Make the key`,
  back: t`Leave as it was`,
  madeTitle: t`Copy the key now`,
  madeSays: t`It is shown this once and kept nowhere. Whoever holds it can use it until you take it away.`,
  key: t`Key`,
  done: t`I have it`,
  empty: t`Nobody but you has a key.`,
  revoke: t`Take it away`,
  revokeOf: (name: string) => t`Take the key of “${name}” away`,
  needsName: t`Say who or what the key is for.`,
} as const;

/** What stands under its name. */
export function tokenSentence({ role, expiresAt, lastUsedAt, revokedAt }: AccessToken): string {
  if (revokedAt !== null) return t`Taken away ${dayAndTime(revokedAt)}.`;
  const used = lastUsedAt === null ? t`Not used yet.` : t`Last used ${dayAndTime(lastUsedAt)}.`;
  return t`${roleWords[role].title}. ${used} Works until ${dayAndTime(expiresAt)}.`;
}
