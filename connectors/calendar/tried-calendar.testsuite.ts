import { readFileSync } from 'node:fs';
import { connector } from '#connectors/calendar/connector.ts';
import type { ActionContext, View } from '#connectors/sdk/action.ts';
import { CALENDAR_FILE } from '#connectors/sdk/calendar/calendar-file.ts';
import { type CalendarEvent, EventSchema, sayEventLine } from '#connectors/sdk/calendar/event.ts';
import { actionOf, contextOf, openTrialWorld, takeUp, trialView } from '#connectors/sdk/trial-world.testsuite.ts';
import type { ActionCard } from '#contract/model/card.ts';
import type { Json, JsonObject } from '#contract/model/json.ts';
import type { Result } from '#contract/model/result.ts';

export const view: View = trialView;
export const timeZone = view.timeZone;

/** Something that was done to the calendar, and how it is taken back. */
export type Done = { readonly output: JsonObject; readonly card: ActionCard; undo(): Promise<Result<null>> };

/** A calendar in a folder of its own, looked at and changed as the app does it. */
export type TriedCalendar = {
  /** Does an action; throws with the failure as JSON when it fails. */
  act(name: string, input: object): Promise<Done>;
  create(input: object): Promise<string>;
  /** What stands in the calendar from one date to another, one line each. */
  lines(from: string, to: string): Promise<string[]>;
  events(from: string, to: string): Promise<CalendarEvent[]>;
  text(): Promise<string | null>;
  write(text: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
};

export const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

export async function openCalendar(text?: string | Uint8Array): Promise<TriedCalendar> {
  const world = await openTrialWorld(connector);
  const { surroundings } = world;
  const { folder } = surroundings;
  if (text !== undefined) await folder.write(CALENDAR_FILE, text);
  let acts = 0;

  async function act(name: string, raw: object): Promise<Done> {
    const action = actionOf(connector, `calendar.${name}`);
    const { input, before } = await takeUp(action, raw, surroundings);
    acts += 1;
    const context: ActionContext<Json> = contextOf(surroundings, { mode: 'execute', key: `act-${acts}`, before });
    const ran = await action.run(input, context);
    if (!ran.ok) throw new Error(JSON.stringify(ran.failure));
    const output = ran.value as JsonObject;
    return {
      output,
      card: action.describe(input, before, view),
      undo: () => action.undo?.(output, context) ?? Promise.reject(new Error(`${name} cannot be undone.`)),
    };
  }

  async function events(from: string, to: string): Promise<CalendarEvent[]> {
    const { output } = await act('list-events', { from: `${from}T00:00:00`, to: `${to}T00:00:00`, timeZone });
    return EventSchema.array().parse(output.events);
  }

  return {
    act,
    events,
    create: async (input) => EventSchema.parse((await act('create-event', { timeZone, ...input })).output.event).uid,
    lines: async (from, to) => (await events(from, to)).map((event) => sayEventLine(event, view)),
    async text() {
      const bytes = await folder.read(CALENDAR_FILE);
      return bytes === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    },
    write: (content) => folder.write(CALENDAR_FILE, content),
    close: world.close,
  };
}
