import { cancelReminder } from '#connectors/reminders/actions/cancel-reminder.ts';
import { findReminder } from '#connectors/reminders/actions/find-reminder.ts';
import { listReminders } from '#connectors/reminders/actions/list-reminders.ts';
import { moveReminder } from '#connectors/reminders/actions/move-reminder.ts';
import { setReminder } from '#connectors/reminders/actions/set-reminder.ts';
import { goesOff } from '#connectors/reminders/goes-off.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { t } from '#contract/language/t.ts';

export const connector = defineConnector({
  provider: 'reminders',
  title: t`Reminders`,
  says: t`Reminders on this computer, once or again and again. They go off while Life OS is running, and what was missed is shown.`,
  lives: 'computer',
  actions: [setReminder, findReminder, listReminders, moveReminder, cancelReminder],
  happenings: [goesOff],
  files: [],
});
