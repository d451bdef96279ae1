import { connector } from '#connectors/reminders/connector.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { type Given, testConnector } from '#connectors/sdk/connector.testsuite.ts';
import type { Json } from '#contract/model/json.ts';
import { ScheduleSchema } from '#contract/model/schedule.ts';

const timeZone = 'Europe/Lisbon';
const call = { message: 'call Ana', startsAt: '2026-11-26T15:00:00', timeZone };
const rent = { message: 'Pay the rent', startsAt: '2026-12-01T09:00:00', timeZone, rrule: 'FREQ=MONTHLY;BYMONTHDAY=1' };

const reminderOf = (output: Json) =>
  ScheduleSchema.parse(output !== null && typeof output === 'object' && 'reminder' in output ? output.reminder : null);

const idOf = async (given: Given, input: object) => reminderOf(await given.run('reminders.set', input)).id;

/** What another run of the person does to the same reminder. */
async function reword({ alarms }: Surroundings, output: Json): Promise<void> {
  await alarms.replace({ ...reminderOf(output), message: 'Something else' });
}

/** Cancelled and then set under the same id, which only a stranger to this program could do. */
async function setAnew({ alarms }: Surroundings, output: Json): Promise<void> {
  await alarms.arm({ ...reminderOf(output), message: 'Something else' });
}

testConnector(connector, [
  { action: 'reminders.set', called: 'once', input: () => call, disturb: reword },
  { action: 'reminders.set', called: 'every month', input: () => rent, disturb: reword },
  { action: 'reminders.set', called: 'in another zone', input: () => ({ ...call, timeZone: 'Asia/Tokyo' }) },
  {
    action: 'reminders.find',
    async input({ run }) {
      await run('reminders.set', rent);
      return { query: 'rent' };
    },
  },
  {
    action: 'reminders.list',
    called: 'of a week',
    async input({ run }) {
      await run('reminders.set', rent);
      await run('reminders.set', call);
      return { query: 'rent', from: '2026-11-30T00:00:00', to: '2026-12-07T00:00:00', timeZone };
    },
  },
  { action: 'reminders.list', called: 'without any', input: () => ({ timeZone }) },
  {
    action: 'reminders.move',
    called: 'to another day and time',
    input: async (given) => ({ id: await idOf(given, call), date: '2026-11-27', time: '10:30:00', timeZone }),
    disturb: reword,
  },
  {
    action: 'reminders.move',
    called: 'an hour later',
    input: async (given) => ({ id: await idOf(given, call), byMinutes: 60, timeZone }),
  },
  {
    action: 'reminders.move',
    called: 'every month on another day',
    input: async (given) => ({ id: await idOf(given, rent), date: '2026-12-05', timeZone }),
    disturb: reword,
  },
  {
    action: 'reminders.cancel',
    called: 'once',
    input: async (given) => ({ id: await idOf(given, call) }),
    disturb: setAnew,
  },
  { action: 'reminders.cancel', called: 'every month', input: async (given) => ({ id: await idOf(given, rent) }) },
]);
