import type { Suspicion } from '#contract/model/suspicion.ts';
import { hrefOf } from '#renderer/client/address.ts';
import { Link } from '#renderer/design/link.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Heading, Text } from '#renderer/design/text.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { pauseWords, resumeWords } from '#renderer/words/pause.ts';
import { dayAndTimeFirst } from '#renderer/words/time.ts';

type ConfirmSuspicionsProps = {
  readonly suspicions: readonly Suspicion[];
  readonly typed: string;
  readonly onType: (text: string) => void;
};

/** Shows all that was counted before it can be said that it was them. */
export function ConfirmSuspicions({ suspicions, typed, onType }: ConfirmSuspicionsProps) {
  return (
    <Stack gap={12}>
      <Heading level={3}>{resumeWords.evidence}</Heading>
      {suspicions.map(({ id, because, evidence }) => (
        <Stack key={id} gap={8}>
          {suspicions.length > 1 ? <Text weight="medium">{because}</Text> : null}
          <List label={suspicions.length > 1 ? because : resumeWords.evidence} dense>
            {evidence.map(({ runId, stepId, says, at }) => (
              <ListRow key={`${runId} ${stepId} ${at}`} title={says} detail={dayAndTimeFirst(at)} />
            ))}
          </List>
        </Stack>
      ))}
      <Link href={hrefOf({ screen: 'timeline' })}>{pauseWords.lookAtIt}</Link>
      <TextField label={resumeWords.type} note={resumeWords.typeNote} value={typed} onChange={onType} />
    </Stack>
  );
}
