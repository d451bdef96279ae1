import { policyToJson } from '@cedar-policy/cedar-wasm/nodejs';

/**
 * What costs a look into the past or at the clock. It is found out only for rules that read it, so that the same
 * question can be answered from memory while none does.
 */
export const CIRCUMSTANCES = [
  // The person's own wall clock: minutes since midnight, and 1 for Monday to 7 for Sunday.
  'minuteOfDay',
  'weekday',
  // How often this very tool has done something today, and how many messages, posts and applications went out.
  'doneToday',
  'messagesToday',
  'postsToday',
  'applicationsToday',
  // In the minor unit and the currency of the money in question.
  'spentToday',
  'spentThisMonth',
] as const;
export type Circumstance = (typeof CIRCUMSTANCES)[number];
export type Circumstances = Readonly<Partial<Record<Circumstance, number>>>;

export const nothingDone: Readonly<Record<Circumstance, number>> = {
  minuteOfDay: 0,
  weekday: 1,
  doneToday: 0,
  messagesToday: 0,
  postsToday: 0,
  applicationsToday: 0,
  spentToday: 0,
  spentThisMonth: 0,
};

/** Those that a rule reads; all of them when it takes the context as a whole. */
export function circumstancesReadBy(cedar: string): ReadonlySet<Circumstance> {
  const parsed = policyToJson(cedar);
  const read = new Set<string>();
  const takesAll = parsed.type === 'failure' || walk(parsed.json.conditions, read);
  return new Set(CIRCUMSTANCES.filter((each) => takesAll || read.has(each)));
}

/** Collects the attributes that are read of the context; true when it is used as a whole anywhere. */
function walk(node: unknown, read: Set<string>): boolean {
  if (node === null || typeof node !== 'object') return false;
  if (Array.isArray(node)) return node.map((child) => walk(child, read)).includes(true);
  return Object.entries(node)
    .map(([key, child]) => {
      if (key === 'Var') return child === 'context';
      const attribute = attributeOfContext(key, child);
      if (attribute === null) return walk(child, read);
      read.add(attribute);
      return false;
    })
    .includes(true);
}

/** `context.x`, `context has x`, `context has x.y`: the `x`. */
function attributeOfContext(key: string, child: unknown): string | null {
  if (key !== '.' && key !== 'has') return null;
  const { left, attr } = child as { left?: { Var?: string }; attr?: string | readonly string[] };
  if (left?.Var !== 'context' || attr === undefined) return null;
  return typeof attr === 'string' ? attr : (attr[0] ?? null);
}
