import {
  Bell,
  BookUser,
  CalendarDays,
  CalendarSearch,
  CalendarSync,
  Contact,
  ContactRound,
  FileText,
  FolderOpen,
  Globe,
  Hash,
  ListChecks,
  type LucideIcon,
  Mail,
  NotebookText,
  PenLine,
  Plug,
} from 'lucide-react';

const icons: Readonly<Record<string, LucideIcon>> = {
  calendar: CalendarDays,
  caldav: CalendarSync,
  followed: CalendarSearch,
  reminders: Bell,
  drafts: PenLine,
  mail: Mail,
  google: Globe,
  slack: Hash,
  notion: NotebookText,
  documents: FileText,
  lists: ListChecks,
  files: FolderOpen,
  memory: BookUser,
  contacts: Contact,
  carddav: ContactRound,
};

export const iconOfProvider = (provider: string): LucideIcon => icons[provider] ?? Plug;
