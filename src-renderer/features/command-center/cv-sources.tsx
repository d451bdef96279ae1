import type { RunDetail } from '#contract/api/workflows.ts';
import { CV_TRACE_TYPE, type CvTrace, CvTraceSchema } from '#contract/model/cv-trace.ts';
import type { Step } from '#contract/model/run.ts';
import { useFresh } from '#renderer/client/use-fresh.ts';
import { Disclosure } from '#renderer/design/disclosure.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Text } from '#renderer/design/text.tsx';
import { cvWords, fromWords } from '#renderer/words/cv.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

type CvSourcesProps = { readonly run: RunDetail; readonly step: Step; readonly describedBy: string };

/** Of a CV that was made for one job: where each line stands in the person's own, and what was left out. */
export function CvSources({ run, step, describedBy }: CvSourcesProps) {
  const trace = run.artifacts.find(({ stepId, mediaType }) => stepId === step.id && mediaType === CV_TRACE_TYPE);
  if (!trace) return null;
  return (
    <Disclosure label={cvWords.open} describedBy={describedBy}>
      <Traced artifactId={trace.id} />
    </Disclosure>
  );
}

/** Read once it is opened; it never changes. */
function Traced({ artifactId }: { readonly artifactId: string }) {
  const { data, trouble } = useFresh(
    async (api) => readTrace(await (await api.artifacts.content({ id: artifactId })).text()),
    () => false,
  );
  if (trouble) return <Notice tone="danger">{troubleSentence(trouble)}</Notice>;
  if (data === null) return <Text tone="quiet">{cvWords.loading}</Text>;
  if (data === 'unreadable') return <Text>{cvWords.unreadable}</Text>;
  return <Trace trace={data} />;
}

function readTrace(text: string): CvTrace | 'unreadable' {
  return CvTraceSchema.safeParse(JSON.parse(text)).data ?? 'unreadable';
}

function Trace({ trace: { matched, missing, putFirst, leftOut, lines } }: { readonly trace: CvTrace }) {
  return (
    <Stack gap={12}>
      <Part title={cvWords.matched} rows={joined(matched)} />
      <Part title={cvWords.missing} rows={joined(missing)} />
      <Part title={cvWords.putFirst} rows={putFirst.map(({ words, where }) => ({ says: words, detail: where }))} />
      <Part
        title={cvWords.leftOut(leftOut.length)}
        rows={leftOut.map(({ words, where }) => ({ says: words, detail: where }))}
      />
      <Part
        title={cvWords.lines}
        rows={lines.map(({ text, from, isReworded }) =>
          from.length === 0 ? { says: text, isTitle: true } : { says: text, detail: fromWords(from, isReworded) },
        )}
      />
    </Stack>
  );
}

type RowOfPart = { readonly says: string; readonly detail?: string; readonly isTitle?: true };

const joined = (skills: readonly string[]): readonly RowOfPart[] =>
  skills.length === 0 ? [] : [{ says: skills.join(', ') }];

function Part({ title, rows }: { readonly title: string; readonly rows: readonly RowOfPart[] }) {
  if (rows.length === 0) return null;
  return (
    <Stack gap={4}>
      <Text size="small" weight="semibold">
        {title}
      </Text>
      <List label={title} boxed={false} dense>
        {rows.map(({ says, detail, isTitle }, index) => (
          <ListRow
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and they never change their order
            key={index}
            title={
              <Text as="span" size="small" weight={isTitle ? 'semibold' : 'regular'}>
                {says}
              </Text>
            }
            detail={detail}
          />
        ))}
      </List>
    </Stack>
  );
}
