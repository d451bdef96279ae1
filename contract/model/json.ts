import { z } from 'zod';

/** Any JSON value. Everything that is stored, hashed or sent is one of these. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export const JsonSchema: z.ZodType<Json> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(JsonSchema), z.record(z.string(), JsonSchema)]),
);

export type JsonObject = { readonly [key: string]: Json };
export const JsonObjectSchema = z.record(z.string(), JsonSchema) as z.ZodType<JsonObject>;
