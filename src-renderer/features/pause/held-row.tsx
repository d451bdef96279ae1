import { useId } from 'react';
import type { HeldItem } from '#contract/model/pause.ts';
import { Button } from '#renderer/design/button.tsx';
import { Checkbox } from '#renderer/design/checkbox.tsx';
import { ListRow } from '#renderer/design/list.tsx';
import { Text } from '#renderer/design/text.tsx';
import { resumeWords } from '#renderer/words/pause.ts';

/** What is to become of one thing that stands still. */
export type Wish = 'go-on' | 'stay' | 'stop';

type HeldRowProps = { readonly held: HeldItem; readonly wish: Wish; readonly onWish: (wish: Wish) => void };

export function HeldRow({ held, wish, onWish }: HeldRowProps) {
  const titleId = useId();
  const stops = wish === 'stop';
  return (
    <ListRow
      leading={
        <Checkbox
          labelledBy={titleId}
          checked={wish === 'go-on'}
          disabled={stops}
          onChange={(on) => onWish(on ? 'go-on' : 'stay')}
        />
      }
      title={
        <Text as="span" id={titleId} weight="medium">
          {held.says}
        </Text>
      }
      detail={stops ? resumeWords.stopped : resumeWords.nextIs(held.next)}
      faded={stops}
      trailing={
        held.item.startsWith('run:') ? (
          <Button look="bare" describedBy={titleId} onPress={() => onWish(stops ? 'go-on' : 'stop')}>
            {stops ? resumeWords.keep : resumeWords.stop}
          </Button>
        ) : null
      }
    />
  );
}
