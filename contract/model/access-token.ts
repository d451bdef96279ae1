import { z } from 'zod';
import { InstantSchema } from '#contract/model/instant.ts';
import { RoleSchema } from '#contract/model/role.ts';

/** A key for a program or a person; the key itself is shown once, when it is made, and not kept. */
export const AccessTokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: RoleSchema,
  createdAt: InstantSchema,
  /** It opens nothing from then on. */
  expiresAt: InstantSchema,
  lastUsedAt: InstantSchema.nullable(),
  revokedAt: InstantSchema.nullable(),
});
export type AccessToken = z.infer<typeof AccessTokenSchema>;

const DAYS = 90;
const MOST_DAYS = 366;

export const NewAccessTokenSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  role: RoleSchema,
  days: z.number().int().min(1).max(MOST_DAYS).default(DAYS),
});
