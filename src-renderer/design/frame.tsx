import type { LucideIcon } from 'lucide-react';
import { createContext, type ReactNode, type RefObject, useContext, useRef } from 'react';
import { BrandMark } from '#renderer/design/brand-mark.tsx';
import { classNames } from '#renderer/design/class-names.ts';
import styles from '#renderer/design/frame.module.css';
import { Unseen } from '#renderer/design/text.tsx';

export type Place = {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly current: boolean;
  /** Shown beside the label; `says` is the same in words. */
  readonly count: { readonly figure: string; readonly says: string } | null;
};

type FrameProps = {
  readonly name: string;
  readonly navigationLabel: string;
  readonly skipLabel: string;
  readonly places: readonly Place[];
  /** Under the others, at the foot. */
  readonly footPlaces: readonly Place[];
  readonly titleBar: ReactNode;
  readonly banner?: ReactNode;
  readonly children: ReactNode;
};

export const ScrollContext = createContext<RefObject<HTMLElement | null> | null>(null);

/** The element that a screen scrolls in. */
export function useScrollElement(): RefObject<HTMLElement | null> {
  const scroller = useContext(ScrollContext);
  if (!scroller) throw new Error('There is no frame around this screen.');
  return scroller;
}

/** The sidebar, the bar over every screen, and the screen. */
export function Frame({
  name,
  navigationLabel,
  skipLabel,
  places,
  footPlaces,
  titleBar,
  banner,
  children,
}: FrameProps) {
  const scroller = useRef<HTMLElement>(null);
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={() => scroller.current?.focus()}>
        {skipLabel}
      </button>
      <aside className={styles.side}>
        <div className={styles.brand}>
          <BrandMark />
          <span className={styles.name}>{name}</span>
        </div>
        <nav className={styles.nav} aria-label={navigationLabel}>
          <ul className={styles.places}>
            {places.map((place) => (
              <li key={place.href}>
                <PlaceLink {...place} />
              </li>
            ))}
          </ul>
          <ul className={styles.places}>
            {footPlaces.map((place) => (
              <li key={place.href}>
                <PlaceLink {...place} />
              </li>
            ))}
          </ul>
        </nav>
      </aside>
      <div className={styles.body}>
        <header className={styles.bar}>{titleBar}</header>
        {banner}
        <main ref={scroller} className={styles.screen} tabIndex={-1}>
          <ScrollContext value={scroller}>{children}</ScrollContext>
        </main>
      </div>
    </div>
  );
}

function PlaceLink({ href, label, icon: Icon, current, count }: Place) {
  return (
    <a
      href={href}
      className={classNames(styles.place, current && styles.current)}
      aria-current={current ? 'page' : undefined}
      title={label}
    >
      <Icon size={18} strokeWidth={current ? 2 : 1.75} aria-hidden />
      <span className={styles.label}>{label}</span>
      {count ? (
        <span className={styles.count}>
          <span aria-hidden>{count.figure}</span>
          <Unseen>{count.says}</Unseen>
        </span>
      ) : null}
    </a>
  );
}

type BannerProps = { readonly icon: LucideIcon; readonly action?: ReactNode; readonly children: ReactNode };

/** A line across the whole width, under the title bar. */
export function Banner({ icon: Icon, action, children }: BannerProps) {
  return (
    <div className={styles.banner}>
      <Icon size={16} strokeWidth={2} aria-hidden />
      <span role="status">{children}</span>
      {action ? <div className={styles.bannerAction}>{action}</div> : null}
    </div>
  );
}

/** The title bar's two ends: what is to know, and what can be pressed. */
export function BarEnds({ start, end }: { readonly start: ReactNode; readonly end: ReactNode }) {
  return (
    <>
      <div className={styles.start}>{start}</div>
      <div className={styles.end}>{end}</div>
    </>
  );
}

/** A screen that stands alone, without the frame. */
export function LoneScreen({ children }: { readonly children: ReactNode }) {
  return (
    <main className={styles.lone}>
      <div className={styles.loneBox}>
        <BrandMark size={40} />
        {children}
      </div>
    </main>
  );
}
