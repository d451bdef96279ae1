import { splitCommand } from '#connectors/mcp/settings.ts';
import shipped from '#connectors/mcp/shipped-maps.json' with { type: 'json' };
import type { Account } from '#connectors/sdk/account.ts';
import type { ToolMap } from '#contract/model/tool-server.ts';

const packages: Readonly<Record<string, { readonly looks: readonly string[]; readonly changes: readonly string[] }>> =
  shipped;

/**
 * For a package that the person named in the command. What a program calls itself counts for nothing, and an address
 * can be anybody: for those the person says what each tool does.
 */
export function shippedMap({ way, at = '' }: Account['settings'], { name }: { readonly name: string }): ToolMap | null {
  if (way !== 'command') return null;
  const words = splitCommand(at) ?? [];
  const named = Object.entries(packages).find(([known]) => words.some((word) => names(word, known)));
  if (named === undefined) return null;
  const [, { looks, changes }] = named;
  if (looks.includes(name)) return { ...own, does: 'looks' };
  return changes.includes(name) ? { ...own, does: 'changes' } : null;
}

const own = { reaches: 'self', recipients: null, backByHand: true, repeatable: false } as const;

/** As a package, with or without its version, or as a file in its folder. */
const names = (word: string, known: string): boolean =>
  word === known || word.startsWith(`${known}@`) || word.replaceAll('\\', '/').includes(`/node_modules/${known}/`);
