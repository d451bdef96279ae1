import type { Action } from '#connectors/sdk/action.ts';
import type { ActionName } from '#contract/model/action-name.ts';
import type { Domain } from '#contract/model/domain.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';
import type { Prompt } from '#main/roles/asked-for.ts';
import { saySchema } from '#main/roles/say-schema.ts';
import domainTexts from '#resources/prompts/domains.json' with { type: 'json' };
import global from '#resources/prompts/global.json' with { type: 'json' };
import planner from '#resources/prompts/planner.json' with { type: 'json' };
import again from '#resources/prompts/planner-again.json' with { type: 'json' };
import open from '#resources/prompts/planner-open.json' with { type: 'json' };
import tools from '#resources/prompts/tools.json' with { type: 'json' };

export type FindAction = (name: string) => Action | undefined;

/** An action that a plan may be made of. */
export type KnownAction = { readonly name: ActionName; readonly title: string; readonly risk: RiskTier };

/**
 * The layers of the prompt, those that every question shares in front, so that a provider can keep them: what holds
 * always, the role, the actions, and the parts of life that the sentence speaks of.
 */
export function planInstructions(
  catalogue: readonly KnownAction[],
  domains: readonly Domain[],
  findAction: FindAction,
): Prompt {
  const about = domains.map((domain) => domainTexts.text[domain]).filter((text) => text !== '');
  const layers = [
    global.text.join('\n'),
    planner.text.join('\n'),
    [...tools.text, ...catalogue.map((entry) => sayAction(entry, findAction))].join('\n'),
    about.join('\n'),
  ];
  return {
    name: `planner@${planner.version} global@${global.version} tools@${tools.version} domains@${domainTexts.version}`,
    instructions: layers.filter((layer) => layer !== '').join('\n\n'),
  };
}

/** Said beside it when a plan did not fit what was read. */
export const againPrompt: Prompt = { name: `again@${again.version}`, instructions: again.text.join('\n') };

/** Said beside it where a value may be left open, since there is somebody who can fill it in. */
export const openPrompt: Prompt = { name: `open@${open.version}`, instructions: open.text.join('\n') };

/** One prompt of several parts, in this order; its name begins with what it is most about. */
export const joinPrompts = (first: Prompt, ...more: readonly Prompt[]): Prompt => ({
  name: [...more.map(({ name }) => name).reverse(), first.name].join(' '),
  instructions: [first, ...more].map(({ instructions }) => instructions).join('\n\n'),
});

function sayAction({ name, title, risk }: KnownAction, findAction: FindAction): string {
  const action = findAction(name);
  if (!action) return `- ${name} (${risk}): ${title}.`;
  return `- ${name} (${risk}): ${title}. Takes ${saySchema(action.input, 'input')}. Finds or makes ${saySchema(action.output, 'output')}.`;
}
