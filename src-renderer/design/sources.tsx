import type { Source } from '#contract/model/source.ts';
import styles from '#renderer/design/sources.module.css';
import { Text } from '#renderer/design/text.tsx';
import { sourceSentence } from '#renderer/words/provenance.ts';
import { visible } from '#renderer/words/visible.ts';

type SourcesProps = { readonly label: string; readonly sources: readonly Source[] };

/** What somebody else wrote and a value came from, with its exact words highlighted where they stand there. */
export function Sources({ label, sources }: SourcesProps) {
  return (
    <>
      {sources.map((source) => (
        <div key={source.mark} className={styles.source}>
          <Text size="small" tone="quiet">
            {sourceSentence(label, source)}
          </Text>
          {source.words === null ? null : <Words {...source.words} />}
        </div>
      ))}
    </>
  );
}

function Words({ quote, start, end }: NonNullable<Source['words']>) {
  return (
    <blockquote className={styles.words}>
      {visible(quote.slice(0, start))}
      <mark className={styles.exact}>{visible(quote.slice(start, end))}</mark>
      {visible(quote.slice(end))}
    </blockquote>
  );
}
