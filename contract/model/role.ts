import { z } from 'zod';

/** Whose computer this is; who acts for them within their rules; who only looks. */
export const RoleSchema = z.enum(['owner', 'delegate', 'viewer']);
export type Role = z.infer<typeof RoleSchema>;

/**
 * What a procedure asks of its caller: `view` changes nothing; `act` asks for things, answers cards, pauses and takes
 * back; `own` changes what is allowed, connected, remembered or done unattended, and who has access.
 */
export type Need = 'view' | 'act' | 'own';

const granted: Readonly<Record<Role, readonly Need[]>> = {
  owner: ['view', 'act', 'own'],
  delegate: ['view', 'act'],
  viewer: ['view'],
};

export const mayUse = (role: Role, need: Need): boolean => granted[role].includes(need);
