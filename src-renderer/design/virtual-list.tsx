import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
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

  return (
    <ul ref={list} className={styles.list} aria-label={label} style={{ height: virtual.getTotalSize() }}>
      {rows.map((row) => (
        <li
          key={row.key}
          ref={virtual.measureElement}
          data-index={row.index}
          aria-setsize={items.length}
          aria-posinset={row.index + 1}
          className={styles.row}
          style={{ transform: `translateY(${row.start - offset}px)` }}
        >
          {children(items[row.index] as Item)}
        </li>
      ))}
    </ul>
  );
}
