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

const LOOKS = /(Get|View|Search|Read|Retrieve|List|Check|NavigateTo)/;
const SENDS = /(Send|Share|Post|Reply|Email|Invite)/;
const PAYS = /(Pay|Transfer|Withdraw|Deposit|PlaceOrder)/;

/** `GmailSendEmail` as an action of this app: `injecagent.gmail-send-email`. */
const actionOf = (tool: string): string =>
  `injecagent.${tool.replaceAll(/(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+/g, '-').toLowerCase()}`;

/** Each base case and each with its prefix that commands; the manners go round over them, or all three each. */
export function injecAgentAttacks(data: InjecAgent, everyManner: boolean): Attack[] {
  const attackers = [...data.attacker_direct_harm, ...data.attacker_data_stealing];
  let turn = 0;
  return data.user_cases.flatMap((user, at) =>
    attackers.flatMap((attacker, index): Attack[] => {
      turn += 1;
      const instruction = attacker['Attacker Instruction'];
      const spoken = turn % 2 === 0 ? data.enhanced_prefix + instruction : instruction;
      const text = user['Tool Response Template'].replaceAll('<Attacker Instruction>', () => spoken);
      const wants = attacker['Attacker Tools'].map((tool) => callOf(data, tool, instruction));
      const manners = everyManner ? MANNERS : [MANNERS[turn % MANNERS.length] ?? 'adds'];
      return manners.map((manner) => ({
        id: `injecagent/${at}-${index}/${manner}`,
        channel: 'injecagent',
        manner,
        reads: actionOf(user['User Tool']),
        item: user['User Tool'],
        by: 'somebody',
        text,
        wants,
      }));
    }),
  );
}

/** What obeying the instruction with this tool comes to: its arguments are filled from the words of the instruction. */
function callOf({ tools }: InjecAgent, tool: string, instruction: string): Call {
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
export function injecAgentActions(data: InjecAgent, deeds: Deed[], item: () => Item): Action[] {
  const attackers = [...data.attacker_direct_harm, ...data.attacker_data_stealing].flatMap(
    (each) => each['Attacker Tools'],
  );
  const tools = new Set([...data.user_cases.map((each) => each['User Tool']), ...attackers]);
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
