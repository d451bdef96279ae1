import {
  Bell,
  CalendarDays,
  CalendarSync,
  FileText,
  FolderOpen,
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
  documents: FileText,
  lists: ListChecks,
  files: FolderOpen,
};

export const iconOfProvider = (provider: string): LucideIcon => icons[provider] ?? Plug;
