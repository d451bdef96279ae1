import type { ActionContext, Mode, View } from '#connectors/sdk/action.ts';
import type { Artifact } from '#contract/model/artifact.ts';
import type { Json } from '#contract/model/json.ts';
import type { ArtifactStore } from '#main/artifacts/artifact-store.ts';
import type { ToolBox } from '#main/executor/tool-box.ts';

/** A document that an action attached: its bytes are on disk, its row is written with the outcome. */
export type Attached = Pick<Artifact, 'name' | 'mediaType' | 'size' | 'sha256'>;

/** What an action is handed when it is called, and where the documents that it attaches arrive. */
export function openContext(
  parts: { tools: ToolBox; store: ArtifactStore },
  call: {
    connector: string;
    key: string;
    before: Json;
    mode: Mode;
    view: View;
    overwrite?: boolean;
    runId?: string;
    stepId?: string;
  },
): { context: ActionContext<Json>; attached: Attached[] } {
  const attached: Attached[] = [];
  const { runId, stepId } = call;
  // Beside the surroundings and not a copy of them: their time limit starts when an action first asks for it.
  const own: Omit<ActionContext<Json>, keyof ReturnType<ToolBox['surroundings']>> = {
    mode: call.mode,
    key: call.key,
    before: call.before,
    overwrite: call.overwrite ?? false,
    reword: runId !== undefined && stepId !== undefined ? parts.tools.rewordFor({ runId, stepId }) : undefined,
    async attach({ name, mediaType, bytes }) {
      attached.push({ name, mediaType, ...(await parts.store.keep(bytes)) });
    },
  };
  const context = Object.assign(parts.tools.surroundings(call.connector, call.view), own);
  return { context, attached };
}
