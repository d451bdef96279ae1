import type { CedarValueJson, Expr, PolicyJson } from '@cedar-policy/cedar-wasm/nodejs';
import { asBoolean, asNumber, asRecord, asSet, entity, isSame, NoAnswer, type Value } from '#policies/rule-value.ts';

/** What a rule is read against: the same request that Cedar gets. */
export type Asked = {
  readonly principal: symbol;
  readonly action: symbol;
  readonly resource: symbol;
  /** What the resource is in, itself included. */
  readonly within: ReadonlySet<symbol>;
  readonly context: { readonly [name: string]: Value };
};

type Reads = (asked: Asked) => Value;

/** Whether a rule applies. Throws `NoAnswer` for what it cannot tell. */
export type CompiledRule = (asked: Asked) => boolean;

/**
 * Makes a function of a rule that Cedar has read and checked, so that asking many rules costs microseconds. It knows the
 * part of the language that rules here are written in. Null for a rule that says anything else: Cedar is asked then.
 */
export function compileRule({ principal, action, resource, conditions }: PolicyJson): CompiledRule | null {
  try {
    const scopes = [
      scope(principal, ({ principal: who }) => new Set([who])),
      scope(action, ({ action: what }) => new Set([what])),
      scope(resource, ({ within }) => within),
    ].filter((each) => each !== null);
    const bodies = conditions.map(({ kind, body }) => ({ wanted: kind === 'when', holds: compile(body) }));
    return (asked) =>
      scopes.every((isIn) => isIn(asked)) && bodies.every(({ wanted, holds }) => asBoolean(holds(asked)) === wanted);
  } catch (error) {
    if (error instanceof NoAnswer) return null;
    throw error;
  }
}

type Scope = PolicyJson['principal'] | PolicyJson['action'] | PolicyJson['resource'];

/** Null where anything is meant. */
function scope(constraint: Scope, around: (asked: Asked) => ReadonlySet<symbol>): CompiledRule | null {
  if (constraint.op === 'All') return null;
  if (constraint.op === 'is' || 'slot' in constraint) throw new NoAnswer(`a scope with “${constraint.op}”`);
  const named = 'entities' in constraint ? constraint.entities : [constraint.entity];
  const uids = named.map(uidOf);
  if (constraint.op === 'in') return (asked) => uids.some((uid) => around(asked).has(uid));
  const [only] = uids;
  return (asked) => only !== undefined && ownOf(around(asked)) === only;
}

/** The thing itself comes first of all that it is in. */
const ownOf = (around: ReadonlySet<symbol>): symbol | undefined => around.values().next().value;

function uidOf(uid: unknown): symbol {
  const plain = (uid as { __entity?: unknown }).__entity ?? uid;
  const { type, id } = plain as { type?: unknown; id?: unknown };
  if (typeof type !== 'string' || typeof id !== 'string') throw new NoAnswer('an entity of another form');
  return entity({ type, id });
}

function compile(expression: Expr): Reads {
  const [kind, body, ...more] = Object.entries(expression).flat() as [string, unknown, ...unknown[]];
  const make = more.length === 0 ? forms[kind] : undefined;
  if (!make) throw new NoAnswer(`“${kind}”`);
  return make(body as never);
}

type Pair = { readonly left: Expr; readonly right: Expr };
type Form<Body> = (body: Body) => Reads;

const pair =
  (weigh: (left: Value, right: Value) => Value): Form<Pair> =>
  (body) => {
    const left = compile(body.left);
    const right = compile(body.right);
    return (asked) => weigh(left(asked), right(asked));
  };
const numbers = (weigh: (left: number, right: number) => boolean): Form<Pair> =>
  pair((left, right) => weigh(asNumber(left), asNumber(right)));
const sums = (weigh: (left: number, right: number) => number): Form<Pair> =>
  pair((left, right) => asNumber(weigh(asNumber(left), asNumber(right))));
const holds = (set: Value, one: Value): boolean => asSet(set).some((each) => isSame(each, one));

const forms: Readonly<Record<string, Form<never>>> = {
  Value: (value: CedarValueJson) => {
    const constant = constantOf(value);
    return () => constant;
  },
  Var: (name: 'principal' | 'action' | 'resource' | 'context') => (asked) => asked[name],
  Set: (members: Expr[]) => {
    const each = members.map(compile);
    return (asked) => each.map((member) => member(asked));
  },
  '!': ({ arg }: { arg: Expr }) => {
    const value = compile(arg);
    return (asked) => !asBoolean(value(asked));
  },
  '&&': ({ left, right }: Pair) => {
    const [first, second] = [compile(left), compile(right)];
    return (asked) => asBoolean(first(asked)) && asBoolean(second(asked));
  },
  '||': ({ left, right }: Pair) => {
    const [first, second] = [compile(left), compile(right)];
    return (asked) => asBoolean(first(asked)) || asBoolean(second(asked));
  },
  'if-then-else': (body: { if: Expr; then: Expr; else: Expr }) => {
    const [condition, yes, no] = [compile(body.if), compile(body.then), compile(body.else)];
    return (asked) => (asBoolean(condition(asked)) ? yes(asked) : no(asked));
  },
  '==': pair(isSame),
  '!=': pair((left, right) => !isSame(left, right)),
  '<': numbers((left, right) => left < right),
  '<=': numbers((left, right) => left <= right),
  '>': numbers((left, right) => left > right),
  '>=': numbers((left, right) => left >= right),
  '+': sums((left, right) => left + right),
  '-': sums((left, right) => left - right),
  '*': sums((left, right) => left * right),
  contains: pair(holds),
  containsAll: pair((set, all) => asSet(all).every((one) => holds(set, one))),
  containsAny: pair((set, any) => asSet(any).some((one) => holds(set, one))),
  isEmpty: ({ arg }: { arg: Expr }) => {
    const set = compile(arg);
    return (asked) => asSet(set(asked)).length === 0;
  },
  '.': ({ left, attr }: { left: Expr; attr: string }) => {
    const record = compile(left);
    return (asked) => {
      const value = asRecord(record(asked))[attr];
      if (value === undefined) throw new NoAnswer(`there is no “${attr}”`);
      return value;
    };
  },
  has: ({ left, attr }: { left: Expr; attr: string | readonly string[] }) => {
    if (typeof attr !== 'string') throw new NoAnswer('a path of names');
    const record = compile(left);
    return (asked) => Object.hasOwn(asRecord(record(asked)), attr);
  },
};

function constantOf(value: CedarValueJson): Value {
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return asNumber(value);
  if (Array.isArray(value)) return value.map(constantOf);
  if (value !== null && typeof value === 'object' && '__entity' in value) return uidOf(value);
  throw new NoAnswer('a constant of another form');
}
