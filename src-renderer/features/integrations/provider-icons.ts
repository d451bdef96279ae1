import {
  Bell,
  CalendarDays,
  CalendarSync,
  FileText,
  Globe,
  Hash,
  ListChecks,
  type LucideIcon,
  Mail,
  PenLine,
  Plug,
} from 'lucide-react';

const icons: Readonly<Record<string, LucideIcon>> = {
  calendar: CalendarDays,
  caldav: CalendarSync,
  reminders: Bell,
  drafts: PenLine,
  mail: Mail,
  google: Globe,
  slack: Hash,
  documents: FileText,
  lists: ListChecks,
};

export const iconOfProvider = (provider: string): LucideIcon => icons[provider] ?? Plug;
