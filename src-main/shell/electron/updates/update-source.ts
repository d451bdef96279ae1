import { z } from 'zod';

/**
 * Where new versions come from and whose signature they must carry. It stands in the packed package.json under
 * `updates`, where whoever publishes the app puts it; a copy without it never looks for a new version.
 */
const UpdateSourceSchema = z.strictObject({
  url: z.url().refine((url) => /^(https:|http:\/\/127\.0\.0\.1[:/])/.test(url), 'An update comes over https.'),
  /** Ed25519, as PEM. */
  publicKey: z.string().startsWith('-----BEGIN PUBLIC KEY-----'),
});
export type UpdateSource = z.infer<typeof UpdateSourceSchema>;

/** Null where nothing is said; throws where what is said cannot be right. */
export function updateSourceIn(manifest: unknown): UpdateSource | null {
  const said = z.looseObject({ updates: UpdateSourceSchema.optional() }).parse(manifest);
  return said.updates ?? null;
}
