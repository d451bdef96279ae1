import type { Account, AccountReach, Attempt } from '#connectors/sdk/account.ts';
import type { Connector } from '#connectors/sdk/connector.ts';
import type { JsonObject } from '#contract/model/json.ts';
import type { Tool, ToolMap } from '#contract/model/tool-server.ts';

/** A tool as its program describes it. Nobody vouches for a word of it. */
export type ToolDefinition = {
  readonly name: string;
  readonly definition: JsonObject;
  /** A hash of all of it: another description or shape is another version. */
  readonly version: string;
};

/** A tool as it was last seen, with what is known of what it does; null: nothing. */
export type KnownTool = ToolDefinition & { readonly map: ToolMap | null };

/** A program whose tools can be used, as the person added it. */
export type ToolServerMember = {
  /** `<family>-<name>`: the first part of the name of each of its actions. */
  readonly provider: string;
  readonly title: string;
  readonly tools: readonly KnownTool[];
};

/**
 * A family of connectors: the person adds as many as they like, and what each can do is known only once it was
 * reached. The registry finds it as `connectors/<family>/family.ts`; a member is a connector like any other.
 */
export type ToolServerFamily = {
  readonly family: string;
  /** Why this can’t be how a member is reached, in one sentence for the person; null when it can. */
  whyNotReached(settings: Account['settings'], secret: string): string | null;
  /** What is shown of a tool beside what is known of it. */
  tell(provider: string, tool: KnownTool): Pick<Tool, 'action' | 'says' | 'fields' | 'hints' | 'risk'>;
  /** What is shipped for a program that is well known, by what the person typed and never by the name it gives itself. */
  shippedMap(settings: Account['settings'], tool: ToolDefinition): ToolMap | null;
  start(listening: ToolListening): RunningFamily;
};

export type ToolListening = {
  /** Called with all tools of a member whenever they were looked at. */
  seen(provider: string, tools: readonly ToolDefinition[]): void;
};

/** Its programs run only while they are used, and end with it. */
export type RunningFamily = {
  /** Reaches one that is not a member yet, looks at its tools, and keeps nothing running. */
  ask(title: string, account: Account, reach: AccountReach): Promise<Attempt<readonly ToolDefinition[]>>;
  /** The same of a member; `seen` is told. */
  lookAgain(
    member: ToolServerMember,
    account: Account,
    reach: AccountReach,
  ): Promise<Attempt<readonly ToolDefinition[]>>;
  connectorOf(member: ToolServerMember): Connector;
  /** Ends what runs of a member. */
  letGo(provider: string): Promise<void>;
  close(): Promise<void>;
};
