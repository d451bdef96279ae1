import { z } from 'zod';
import { AccountSchema } from '#contract/model/account.ts';
import { ActionNameSchema, DeliverySchema } from '#contract/model/action-name.ts';
import { RiskTierSchema } from '#contract/model/risk-tier.ts';

/** A folder of the person's own, by the name that they know it by. */
const FolderSchema = z.object({ name: z.string(), path: z.string() });

/** For what works in folders that the person picks. */
const FoldersSchema = z.object({
  help: z.string(),
  picked: z.array(FolderSchema),
  /** Usual ones that are there and not picked. */
  suggested: z.array(FolderSchema),
  /** Whether this window can show the system's own way of choosing one. */
  canChoose: z.boolean(),
  staysBehind: z.string(),
});

/** Section 3.2 of the specification; computed, never claimed. */
export const CapabilitySchema = z.enum(['supported', 'partial', 'planned']);
export type Capability = z.infer<typeof CapabilitySchema>;

export const IntegrationSchema = z.object({
  provider: z.string(),
  title: z.string(),
  says: z.string(),
  /** `computer`: it lives on this computer and needs no account. */
  lives: z.enum(['computer', 'account']),
  /** One of those of which the person adds as many as they like; its tools are told under `tool-servers`. */
  added: z.boolean(),
  connected: z.boolean(),
  /** After something suspicious: what it holds back goes on once the person signed in again, or switched it off. */
  signInDue: z.boolean(),
  capability: CapabilitySchema,
  /** Null for what lives on this computer, and for what is switched on without an account. */
  account: AccountSchema.nullable(),
  /** Null for what works in no folders of the person's own. */
  folders: FoldersSchema.nullable(),
  actions: z.array(
    z.object({
      name: ActionNameSchema,
      title: z.string(),
      risk: RiskTierSchema,
      delivery: DeliverySchema,
      undoable: z.boolean(),
    }),
  ),
  /** A file that can be handed to it: what the button says, and how the file's name ends. Null: it takes none. */
  takesFile: z.object({ title: z.string(), ending: z.string(), mostBytes: z.int() }).nullable(),
  /** Files that other programs can open, by name. */
  files: z.array(z.object({ name: z.string(), title: z.string(), mediaType: z.string() })),
});
export type Integration = z.infer<typeof IntegrationSchema>;
