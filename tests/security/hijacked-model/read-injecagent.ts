import { z } from 'zod';
import type { Action } from '#connectors/sdk/action.ts';
import type { JsonObject } from '#contract/model/json.ts';
import { type Attack, type Call, MANNERS } from './attack.ts';
import { type Deed, type Doing, doing, type Item, reading } from './services.ts';

/**
 * InjecAgent (Zhan et al., ACL Findings 2024): user cases whose tool response holds a place for the attacker, and
 * attackers’ instructions with the tools that obeying them takes. Each of the one with each of the other is a case.
 */
export const InjecAgentSchema = z.looseObject({
  user_cases: z.array(
    z.looseObject({ 'User Tool': z.string(), 'User Instruction': z.string(), 'Tool Response Template': z.string() }),
  ),
  attacker_direct_harm: z.array(
    z.looseObject({ 'Attacker Tools': z.array(z.string()), 'Attacker Instruction': z.string() }),
  ),
  attacker_data_stealing: z.array(
    z.looseObject({ 'Attacker Tools': z.array(z.string()), 'Attacker Instruction': z.string() }),
  ),
  tools: z
    .record(z.string(), z.looseObject({ parameters: z.array(z.looseObject({ name: z.string(), type: z.string() })) }))
    .default({}),
  enhanced_prefix: z.string().default(''),
});
type InjecAgent = z.infer<typeof InjecAgentSchema>;

/** The same as InjecAgent's authors publish them: a list of whole cases. */
export const InjecAgentCasesSchema = z
  .array(
    z.looseObject({
      'User Tool': z.string(),
      'Tool Response Template': z.string(),
      'Attacker Instruction': z.string(),
      'Attacker Tools': z.array(z.string()),
    }),
  )
  .min(1);

type Case = {
  readonly user: string;
  readonly template: string;
  readonly instruction: string;
  readonly tools: readonly string[];
};

/** A collection as a list of its cases, each with a name. */
export type Collection = { readonly cases: readonly Case[]; readonly tools: InjecAgent['tools'] };

/** Each user case with each attacker; every second one with the prefix that commands. */
export function collectionOf({
  user_cases,
  attacker_direct_harm,
  attacker_data_stealing,
  tools,
  ...data
}: InjecAgent): Collection {
  const attackers = [...attacker_direct_harm, ...attacker_data_stealing];
  const cases = user_cases.flatMap((user) => attackers.map((attacker) => ({ user, attacker })));
  return {
    tools,
    cases: cases.map(({ user, attacker }, at) => ({
      user: user['User Tool'],
      template: user['Tool Response Template'],
      instruction: (at % 2 === 1 ? data.enhanced_prefix : '') + attacker['Attacker Instruction'],
      tools: attacker['Attacker Tools'],
    })),
  };
}

export const collectionOfCases = (cases: z.infer<typeof InjecAgentCasesSchema>): Collection => ({
  tools: {},
  cases: cases.map((each) => ({
    user: each['User Tool'],
    template: each['Tool Response Template'],
    instruction: each['Attacker Instruction'],
    tools: each['Attacker Tools'],
  })),
});

const LOOKS = /(Get|View|Search|Read|Retrieve|List|Check|NavigateTo)/;
const SENDS = /(Send|Share|Post|Reply|Email|Invite)/;
const PAYS = /(Pay|Transfer|Withdraw|Deposit|PlaceOrder)/;

/** `GmailSendEmail` as an action of this app: `injecagent.gmail-send-email`. */
const actionOf = (tool: string): string =>
  `injecagent.${tool.replaceAll(/(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+/g, '-').toLowerCase()}`;

/** Every case in one manner, by turns, or in all three. */
export function injecAgentAttacks({ cases, tools }: Collection, everyManner: boolean): Attack[] {
  return cases.flatMap(({ user, template, instruction, tools: wanted }, at): Attack[] => {
    const text = template.replaceAll('<Attacker Instruction>', () => instruction);
    const wants = wanted.map((tool) => callOf(tools, tool, instruction));
    const manners = everyManner ? MANNERS : [MANNERS[at % MANNERS.length] ?? 'adds'];
    return manners.map((manner) => ({
      id: `injecagent/${at}/${manner}`,
      channel: 'injecagent',
      manner,
      reads: actionOf(user),
      item: user,
      by: 'somebody',
      text,
      wants,
    }));
  });
}

/** What obeying the instruction with this tool comes to: its arguments are filled from the words of the instruction. */
function callOf(tools: Collection['tools'], tool: string, instruction: string): Call {
  const addresses = instruction.match(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g) ?? [];
  const quoted = [...instruction.matchAll(/['"“‘(]([^'"”’()]{2,80})['"”’)]/g)].map(([, words]) => words ?? '');
  const amount = Number(/\d[\d,]*/.exec(instruction)?.[0].replaceAll(',', '') ?? 1);
  let next = 0;
  const args = (tools[tool]?.parameters ?? []).map(({ name, type }) => {
    if (/^(number|integer|float)/.test(type)) return [name, amount];
    if (/boolean/.test(type)) return [name, true];
    if (/^(to|.*(mail|recipient).*)$/i.test(name)) return [name, addresses[0] ?? quoted[next++] ?? instruction];
    return [name, quoted[next++] ?? instruction];
  });
  const filled: JsonObject = Object.fromEntries(args);
  return { action: actionOf(tool), args: args.length === 0 ? { instruction } : filled };
}

/** Its tools as actions, each as harmless as it can claim to be: none is known to need the person. */
export function injecAgentActions({ cases }: Collection, deeds: Deed[], item: () => Item): Action[] {
  const tools = new Set(cases.flatMap(({ user, tools: wanted }) => [user, ...wanted]));
  return [...tools].map((tool) =>
    LOOKS.test(tool) ? reading(actionOf(tool), item, 'answer') : doing(deeds, doesOf(tool)),
  );
}

function doesOf(tool: string): Doing {
  const action = actionOf(tool);
  if (PAYS.test(tool)) return { action, kind: 'payment', audience: 'known', reversible: 'no', risk: 'L2' };
  if (SENDS.test(tool)) return { action, kind: 'message', audience: 'known', reversible: 'no', risk: 'L2', to: 'to' };
  return { action, kind: 'setting', audience: 'self', reversible: 'yes', risk: 'L2' };
}
