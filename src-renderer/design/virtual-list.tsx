import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { followRest, type Rest, RestContext } from '#renderer/design/at-rest.ts';
import { useScrollElement } from '#renderer/design/frame.tsx';
import styles from '#renderer/design/virtual-list.module.css';

type VirtualListProps<Item> = {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** A good guess in pixels; the real height is measured once it is drawn. */
  readonly guess: (item: Item) => number;
  readonly onNearEnd: () => void;
  readonly children: (item: Item) => ReactNode;
};

/** Draws only the rows in sight, so that a list of thousands stays smooth. */
export function VirtualList<Item>({ label, items, keyOf, guess, onNearEnd, children }: VirtualListProps<Item>) {
  const scroller = useScrollElement();
  const list = useRef<HTMLUListElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => setOffset(list.current?.offsetTop ?? 0), []);
  const [rest, setRest] = useState<Rest | null>(null);
  useEffect(() => {
    if (scroller.current === null) return;
    const followed = followRest(scroller.current);
    setRest(followed);
    return followed.end;
  }, [scroller]);

  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => guess(items[index] as Item),
    getItemKey: (index) => keyOf(items[index] as Item),
    scrollMargin: offset,
    overscan: 12,
  });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? -1;
  const nearEnd = last >= items.length - 20;
  useEffect(() => {
    if (nearEnd) onNearEnd();
  }, [nearEnd, onNearEnd]);

  const above = (rows[0]?.start ?? offset) - offset;
  return (
    <RestContext value={rest}>
      <ul
        ref={list}
        className={styles.list}
        aria-label={label}
        style={{ height: virtual.getTotalSize(), paddingTop: above }}
      >
        {rows.map((row) => (
          <ListItem
            key={row.key}
            measure={virtual.measureElement}
            index={row.index}
            count={items.length}
            item={items[row.index] as Item}
          >
            {children}
          </ListItem>
        ))}
      </ul>
    </RestContext>
  );
}

type ListItemProps<Item> = {
  readonly measure: (row: HTMLLIElement | null) => void;
  readonly index: number;
  readonly count: number;
  readonly item: Item;
  readonly children: (item: Item) => ReactNode;
};

/** A turn of the wheel brings some rows and takes some; those that stay are not looked at again. */
const ListItem = memo(function ListItem<Item>({ measure, index, count, item, children }: ListItemProps<Item>) {
  return (
    <li ref={measure} data-index={index} aria-setsize={count} aria-posinset={index + 1} className={styles.row}>
      {children(item)}
    </li>
  );
}) as <Item>(props: ListItemProps<Item>) => ReactNode;
