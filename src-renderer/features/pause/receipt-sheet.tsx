import type { PauseReceipt } from '#contract/model/pause.ts';
import { hrefOf } from '#renderer/client/address.ts';
import { Button } from '#renderer/design/button.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Sheet } from '#renderer/design/sheet.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Heading, Text } from '#renderer/design/text.tsx';
import { pauseWords, receiptWords } from '#renderer/words/pause.ts';

type ReceiptSheetProps = { readonly receipt: PauseReceipt; readonly open: boolean; readonly onClose: () => void };

/** What pressing Pause did, so that it can be believed. */
export function ReceiptSheet({ receipt, open, onClose }: ReceiptSheetProps) {
  const { about, stopped, completed, unknown, stillOut } = receipt;
  return (
    <Sheet
      open={open && about !== null}
      title={receiptWords.title}
      says={about === null ? '' : receiptWords.says(about.at)}
      buttons={<Button onPress={onClose}>{pauseWords.close}</Button>}
      onClose={onClose}
    >
      <Stack gap={24}>
        <Part title={receiptWords.stopped} none={receiptWords.stoppedNone} lines={stopped} />
        <Part title={receiptWords.completed} none={receiptWords.completedNone} lines={completed} />
        {stillOut.length > 0 ? <Part title={receiptWords.stillOut} none="" lines={stillOut} /> : null}
        <Part title={receiptWords.unknown} none={receiptWords.unknownNone} lines={unknown} />
      </Stack>
    </Sheet>
  );
}

type Line = {
  readonly runId: string;
  readonly stepId: string | null;
  readonly says: string;
  readonly happened?: boolean;
};
type PartProps = { readonly title: string; readonly none: string; readonly lines: readonly Line[] };

function Part({ title, none, lines }: PartProps) {
  return (
    <Stack gap={8}>
      <Heading level={3}>{title}</Heading>
      {lines.length === 0 ? (
        <Text tone="quiet">{none}</Text>
      ) : (
        <List label={title} dense>
          {lines.map(({ runId, stepId, says, happened }) => (
            <ListRow
              key={`${runId} ${stepId}`}
              title={says}
              detail={happened === false ? receiptWords.didNotHappen : null}
              href={hrefOf({ screen: 'run', runId })}
            />
          ))}
        </List>
      )}
    </Stack>
  );
}
