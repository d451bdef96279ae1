import { connector } from '#connectors/calendar/connector.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { CALENDAR_FILE } from '#connectors/sdk/calendar/calendar-file.ts';
import { calendarTrials, uidOf } from '#connectors/sdk/calendar/calendar-trials.testsuite.ts';
import { testConnector } from '#connectors/sdk/connector.testsuite.ts';
import type { Json } from '#contract/model/json.ts';

/** Another program writes the person's own words into the event. */
async function retitle({ folder }: Surroundings, output: Json): Promise<void> {
  const text = new TextDecoder().decode((await folder.read(CALENDAR_FILE)) ?? new Uint8Array());
  const parts = text.split(/(?=BEGIN:VEVENT)/);
  const altered = parts.map((part) =>
    part.includes(`UID:${uidOf(output)}`) ? part.replace(/SUMMARY:.*/, 'SUMMARY:Something else') : part,
  );
  await folder.write(CALENDAR_FILE, altered.join(''));
}

testConnector(connector, calendarTrials('calendar', retitle));
