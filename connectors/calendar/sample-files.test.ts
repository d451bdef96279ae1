import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { connector } from '#connectors/calendar/connector.ts';
import { CALENDAR_FILE } from '#connectors/sdk/calendar/calendar-file.ts';
import { actionOf, contextOf, openTrialWorld, takeUp, trialView } from '#connectors/sdk/trial-world.testsuite.ts';

/** Calendars of many programs, malformed ones too, where they lie beside the project; they are not part of it. */
const samples = ['../../..', '../../../..']
  .map((up) => join(import.meta.dirname, up, 'shared/data/dev/icalendar'))
  .find(existsSync);

const SLOWEST_MS = 10_000;

it.runIf(samples !== undefined)(
  'lists the events of every sample that is there, or says why not, and asks nobody',
  { timeout: 120_000 },
  async () => {
    // There is no network in this world: whatever reached out would fail.
    const { surroundings, close } = await openTrialWorld(connector);
    const list = actionOf(connector, 'calendar.list-events');
    const asked = { from: '2006-01-01T00:00:00', to: '2007-01-01T00:00:00', timeZone: trialView.timeZone };
    const told: Record<string, number> = {};
    const files = readdirSync(samples ?? '', { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.ics$/i.test(name),
    );
    for (const name of files) {
      await surroundings.folder.write(CALENDAR_FILE, readFileSync(join(samples ?? '', name)));
      const { input, before } = await takeUp(list, asked, surroundings);
      const began = performance.now();
      const ran = await list.run(input, contextOf(surroundings, { mode: 'execute', key: name, before }));
      expect(`${name}: ${performance.now() - began < SLOWEST_MS}`).toBe(`${name}: true`);
      const what = ran.ok ? 'read' : ran.failure.kind;
      expect(`${name}: ${what}`).toMatch(/: (read|unreadable)$/);
      if (ran.ok) list.report(ran.value, trialView);
      told[what] = (told[what] ?? 0) + 1;
    }
    await close();
    expect(told.read).toBeGreaterThan(0);
  },
);
