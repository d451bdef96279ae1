import { useEffect, useState } from 'react';
import type { MemoryHit } from '#contract/api/memory.ts';
import { hrefOf } from '#renderer/client/address.ts';
import { useApi } from '#renderer/client/api-context.ts';
import { type Trouble, troubleOf } from '#renderer/client/trouble.ts';
import { Badge } from '#renderer/design/badge.tsx';
import { List, ListRow } from '#renderer/design/list.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Section } from '#renderer/design/page.tsx';
import { Stack } from '#renderer/design/stack.tsx';
import { Spoken, Text } from '#renderer/design/text.tsx';
import { TextField } from '#renderer/design/text-field.tsx';
import { hitWords, memoryWords } from '#renderer/words/memory.ts';
import { whenShort } from '#renderer/words/time.ts';
import { troubleSentence } from '#renderer/words/trouble.ts';

/** Typed words are looked for once nothing was typed for this long. */
const PAUSE_MS = 200;
const MOST = 12;
const LONGEST_SHOWN = 240;

/** Looks through everything of the person's while they type. */
export function MemorySearch() {
  const api = useApi();
  const [text, setText] = useState('');
  const [hits, setHits] = useState<readonly MemoryHit[] | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const wanted = text.trim();

  useEffect(() => {
    if (wanted === '') {
      setHits(null);
      setTrouble(null);
      return;
    }
    let stale = false;
    const later = setTimeout(() => {
      api.memory.search({ text: wanted.slice(0, 500), limit: MOST }).then(
        (found) => {
          if (stale) return;
          setHits(found.hits);
          setTrouble(null);
        },
        (error: unknown) => {
          if (!stale) setTrouble(troubleOf(error));
        },
      );
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(later);
    };
  }, [api, wanted]);

  return (
    <Stack gap={16}>
      <TextField label={memoryWords.search} value={text} note={memoryWords.searchHint} onChange={setText} />
      {trouble ? <Notice tone="danger">{troubleSentence(trouble)}</Notice> : null}
      <Spoken>{hits === null ? '' : memoryWords.found(hits.length)}</Spoken>
      {hits === null || wanted === '' ? null : <Found hits={hits} />}
    </Stack>
  );
}

function Found({ hits }: { readonly hits: readonly MemoryHit[] }) {
  return (
    <Section title={memoryWords.foundTitle}>
      {hits.length === 0 ? (
        <Text tone="quiet">{memoryWords.found(0)}</Text>
      ) : (
        <List>
          {hits.map((hit) => (
            <HitRow key={`${hit.what} ${hit.itemId ?? hit.runId ?? hit.title} ${hit.words.slice(0, 40)}`} hit={hit} />
          ))}
        </List>
      )}
    </Section>
  );
}

function HitRow({ hit: { what, title, words, at, runId } }: { readonly hit: MemoryHit }) {
  const first = what === 'request' || title === '' ? '' : title;
  const shown = what === 'request' ? title : words;
  return (
    <ListRow
      title={first || shown.slice(0, LONGEST_SHOWN)}
      detail={
        <Stack gap={4}>
          {first === '' ? null : (
            <Text as="span" size="small" lines>
              {shown.slice(0, LONGEST_SHOWN)}
            </Text>
          )}
          {at === null ? null : <span>{whenShort(at)}</span>}
        </Stack>
      }
      trailing={<Badge>{hitWords[what]}</Badge>}
      {...(runId === null ? {} : { href: hrefOf({ screen: 'run', runId }) })}
    />
  );
}
