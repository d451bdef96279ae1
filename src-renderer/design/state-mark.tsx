import {
  Bell,
  BellOff,
  Circle,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleQuestionMark,
  CircleSlash,
  CircleX,
  FlaskConical,
  Hand,
  LoaderCircle,
  type LucideIcon,
  MessageCircle,
  Pause,
  Play,
  Settings2,
  Undo2,
} from 'lucide-react';
import { classNames } from '#renderer/design/class-names.ts';
import styles from '#renderer/design/state-mark.module.css';

/** What a row tells at a glance. Green stands only beside what is done. */
export type Mark =
  | 'waiting'
  | 'asks'
  | 'working'
  | 'done'
  | 'tried-out'
  | 'failed'
  | 'unsure'
  | 'left-out'
  | 'undone'
  | 'said'
  | 'reminder'
  | 'missed'
  | 'paused'
  | 'resumed'
  | 'setting'
  | 'note'
  | 'question';

const look: Readonly<Record<Mark, { icon: LucideIcon; tone: 'quiet' | 'done' | 'danger' | 'accent' | 'warn' }>> = {
  waiting: { icon: CircleDashed, tone: 'quiet' },
  asks: { icon: Hand, tone: 'warn' },
  working: { icon: LoaderCircle, tone: 'accent' },
  done: { icon: CircleCheck, tone: 'done' },
  'tried-out': { icon: FlaskConical, tone: 'quiet' },
  failed: { icon: CircleX, tone: 'danger' },
  unsure: { icon: CircleAlert, tone: 'danger' },
  'left-out': { icon: CircleSlash, tone: 'quiet' },
  undone: { icon: Undo2, tone: 'quiet' },
  said: { icon: MessageCircle, tone: 'quiet' },
  reminder: { icon: Bell, tone: 'accent' },
  missed: { icon: BellOff, tone: 'danger' },
  paused: { icon: Pause, tone: 'warn' },
  resumed: { icon: Play, tone: 'quiet' },
  setting: { icon: Settings2, tone: 'quiet' },
  note: { icon: Circle, tone: 'quiet' },
  question: { icon: CircleQuestionMark, tone: 'accent' },
};

/** A picture beside words that say the same; it is hidden from screen readers. */
export function StateMark({ mark, small = false }: { readonly mark: Mark; readonly small?: boolean }) {
  const { icon: Icon, tone } = look[mark];
  return (
    <span className={classNames(styles.mark, styles[tone], mark === 'working' && styles.turning)} aria-hidden>
      <Icon size={small || mark === 'note' ? 14 : 18} strokeWidth={2} />
    </span>
  );
}
