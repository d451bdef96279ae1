import { riskOf } from '#connectors/mcp/mapped-effect.ts';
import { createLink, type Linked, type ServerLink } from '#connectors/mcp/server-link.ts';
import { whyNotReached } from '#connectors/mcp/settings.ts';
import { shippedMap } from '#connectors/mcp/shipped-map.ts';
import { toolAction } from '#connectors/mcp/tool-action.ts';
import { actionNameOf, fieldsOf, hintsOf, saysOf } from '#connectors/mcp/tool-definition.ts';
import { type Attempt, attempted, troubled } from '#connectors/sdk/account.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import type { RunningFamily, ToolDefinition, ToolListening, ToolServerFamily } from '#connectors/sdk/tool-server.ts';
import { t } from '#contract/language/t.ts';

/** Any program that speaks the Model Context Protocol, over its own input and output or over HTTP. */
export const family: ToolServerFamily = {
  family: 'mcp',
  whyNotReached,
  shippedMap,
  tell: (provider, tool) => {
    const hints = hintsOf(tool);
    return {
      action: actionNameOf(provider, tool.name),
      says: saysOf(tool),
      fields: fieldsOf(tool),
      hints,
      risk: riskOf(tool.map, hints),
    };
  },
  start,
};

function start({ seen }: ToolListening): RunningFamily {
  const links = new Map<string, ServerLink>();

  /** One for each, whatever becomes known of its tools meanwhile. */
  function linkOf({ provider, title }: { readonly provider: string; readonly title: string }): ServerLink {
    const link = links.get(provider) ?? createLink(title, (tools) => seen(provider, tools));
    links.set(provider, link);
    return link;
  }

  /** Ends it. Its tools still hold on to the link: whoever uses one after it was switched on again starts it anew. */
  async function letGo(provider: string): Promise<void> {
    await links.get(provider)?.close();
  }

  return {
    letGo,
    close: async () => {
      await Promise.all([...links.keys()].map(letGo));
    },
    async ask(title, account, reach) {
      const link = createLink(title, () => {});
      const answered = told(title, await link.tools(account, reach), link.lastWords());
      await link.close();
      return answered;
    },
    async lookAgain(member, account, reach) {
      const link = linkOf(member);
      return told(member.title, await link.tools(account, reach), link.lastWords());
    },
    connectorOf({ tools, ...member }) {
      const link = linkOf(member);
      return defineConnector({
        provider: member.provider,
        title: member.title,
        says: t`Another program that you added. Each of its tools is used as you described it, and asks first until you did.`,
        lives: 'account',
        // Few of these programs expect two calls at a time: the official memory server loses one of two that write.
        atOnce: 1,
        actions: tools.map((tool) => toolAction(member, tool, link)),
        files: [],
      });
    },
  };
}

/** Why it could not be reached, for whoever is just adding it. */
function told(title: string, linked: Linked<readonly ToolDefinition[]>, lastWords: string) {
  if (linked.ok) {
    const says = t`${title} has no tools that can be used.`;
    return linked.value.length > 0 ? attempted(linked.value) : troubled('unusable', says);
  }
  return whyNot(title, linked.failure.kind, lastWords, ('because' in linked.failure && linked.failure.because) || '');
}

function whyNot(title: string, kind: string, lastWords: string, because: string): Attempt<never> {
  const words = cleanText(lastWords.trim().split('\n').at(-1) ?? '').text;
  switch (kind) {
    case 'needs-reconnect':
      return troubled('wrong-password', t`${title} did not take this key.`, 'secret');
    case 'secrets-closed':
      return troubled('secrets-closed', because);
    case 'rate-limited':
      return troubled('too-many-tries', t`${title} asks to wait a moment. Try again in a minute.`);
    default: {
      const said = words === '' ? '' : t` The last that it said: ${quote(words)}`;
      return troubled('unreachable', t`${title} could not be reached, or it does not speak MCP.${said}`, 'at');
    }
  }
}
