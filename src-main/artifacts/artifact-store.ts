import { createHash } from 'node:crypto';
import type { Folder } from '#connectors/sdk/action.ts';

/** Documents by their content: `artifacts/<sha256>`. The same bytes are kept once. */
export type ArtifactStore = {
  keep(bytes: Uint8Array | string): Promise<{ sha256: string; size: number }>;
  read(sha256: string): Promise<Uint8Array | null>;
};

export function createArtifactStore(folder: Folder): ArtifactStore {
  return {
    async keep(content) {
      const bytes = Buffer.from(content);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      if ((await folder.read(sha256)) === null) await folder.write(sha256, bytes);
      return { sha256, size: bytes.byteLength };
    },
    read: (sha256) => folder.read(sha256),
  };
}
