import { Upload } from 'lucide-react';
import { useState } from 'react';
import type { Integration } from '#contract/model/integration.ts';
import { hrefOf } from '#renderer/client/address.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { usePress } from '#renderer/client/use-press.ts';
import { FileButton } from '#renderer/design/file-button.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Row, Stack } from '#renderer/design/stack.tsx';
import { integrationsWords } from '#renderer/words/integrations.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type TakesFileProps = {
  readonly provider: string;
  readonly takesFile: NonNullable<Integration['takesFile']>;
  readonly titleId: string;
};

/** Hands a file over and goes to the request that it becomes: what will come of it is seen there first. */
export function TakesFile({ provider, takesFile, titleId }: TakesFileProps) {
  const api = useApi();
  const [tooLarge, setTooLarge] = useState(false);
  const { busy, trouble, press } = usePress();
  const { title, ending, mostBytes } = takesFile;
  const hand = (file: File) => {
    setTooLarge(file.size > mostBytes);
    if (file.size > mostBytes) return;
    void press(async () => {
      const { runId } = await api.integrations.handOver({ provider, name: file.name, text: await file.text() });
      window.location.hash = hrefOf({ screen: 'run', runId });
    });
  };
  return (
    <Stack gap={8}>
      <Row wrap>
        <FileButton icon={Upload} ending={ending} busy={busy} describedBy={titleId} onChosen={hand}>
          {title}
        </FileButton>
      </Row>
      {tooLarge ? <Notice tone="danger">{integrationsWords.tooLarge(mostBytes / 1e6)}</Notice> : null}
      {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
    </Stack>
  );
}
