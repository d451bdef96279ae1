import type { Action } from '#connectors/sdk/action.ts';
import type { Connector } from '#connectors/sdk/connector.ts';
import type { Capability } from '#contract/model/integration.ts';

/**
 * The label of section 3.2 of the specification, from what the connector's actions can do and not from
 * what it says of itself; its trials fail as long as they have not shown each of these abilities. `supported`: every action that changes something can be found again, read
 * back and undone. `partial`: something can be made or read, but not all of that holds. `planned`: nothing yet.
 */
export function computeCapability(connector: Pick<Connector, 'actions'>): Capability {
  const changing = connector.actions.filter(({ risk }) => risk !== 'L0');
  if (connector.actions.length === 0) return 'planned';
  const doesMoreThanDraft = changing.some(({ risk }) => risk !== 'L1');
  const makesNothing = changing.length === 0;
  if (makesNothing || !changing.every(isWhole)) return 'partial';
  return doesMoreThanDraft ? 'supported' : 'partial';
}

const isWhole = ({ findEarlier, readBack, undo }: Action): boolean =>
  findEarlier !== undefined && readBack !== undefined && undo !== undefined;
