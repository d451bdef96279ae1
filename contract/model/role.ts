import { z } from 'zod';

/**
 * Whose computer this is; who acts for them within their rules; a program that may ask for things, whose words are not
 * the person's; who only looks.
 */
export const RoleSchema = z.enum(['owner', 'delegate', 'program', 'viewer']);
export type Role = z.infer<typeof RoleSchema>;

/**
 * What a procedure asks of its caller: `view` changes nothing; `ask` says what is wanted; `act` answers cards, pauses and
 * takes back; `own` changes what is allowed, connected, remembered or done unattended, and who has access.
 */
export type Need = 'view' | 'ask' | 'act' | 'own';

const granted: Readonly<Record<Role, readonly Need[]>> = {
  owner: ['view', 'ask', 'act', 'own'],
  delegate: ['view', 'ask', 'act'],
  program: ['view', 'ask'],
  viewer: ['view'],
};

export const mayUse = (role: Role, need: Need): boolean => granted[role].includes(need);
