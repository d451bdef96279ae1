import { isDeepStrictEqual } from 'node:util';
import type { ActionContext, Looked, Surroundings } from '#connectors/sdk/action.ts';
import type { ChangedEvent } from '#connectors/sdk/calendar/action-parts.ts';
import { CALENDAR_FILE, readCalendar } from '#connectors/sdk/calendar/calendar-file.ts';
import { fingerprintOf } from '#connectors/sdk/calendar/change-mark.ts';
import type { Scene } from '#connectors/sdk/calendar/edit-event.ts';
import { type CalendarEvent, sayTitle } from '#connectors/sdk/calendar/event.ts';
import { blocksOf, type EventGroup, readGroup } from '#connectors/sdk/calendar/event-group.ts';
import type { Extent } from '#connectors/sdk/calendar/event-target.ts';
import { isFollowed } from '#connectors/sdk/calendar/followed-events.ts';
import { type FormerState, formerState } from '#connectors/sdk/calendar/former-state.ts';
import {
  changeGroup,
  findChange,
  type GroupChange,
  isAsBefore,
  undoChange,
} from '#connectors/sdk/calendar/group-change.ts';
import { blocksAfter, lookAtTime } from '#connectors/sdk/calendar/taken-time.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changedSince, misfit, notFound, unreadable } from '#connectors/sdk/failures.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';
import type { Stretch } from '#contract/model/stretch.ts';

/** What would be written, and how the person knows the event before and after. */
export type Planned = {
  readonly change: GroupChange;
  readonly extent: Extent;
  readonly was: CalendarEvent;
  /** As it will be; as it was when it goes away. */
  readonly event: CalendarEvent;
};

/** What `look` found: the event before and after, the time that it newly takes up, and the way back. */
export type Before = {
  readonly was: CalendarEvent;
  readonly event: CalendarEvent;
  readonly extent: Extent;
  readonly takes: readonly Stretch[];
  readonly former: FormerState;
};

type Plan<Details> = (details: Details, group: EventGroup, scene: Scene) => Result<Planned>;
type Context = ActionContext<Before>;

const onlyFollowed = t`This event is in a calendar that you only follow, so nothing of it can be changed from here.`;

/**
 * Looking, doing, finding again and undoing for an action that changes an event which is there already;
 * the action itself only plans. `removesAll`: whether nothing of the event is left afterwards.
 */
export function changingEvent<Details>(plan: Plan<Details>, removesAll: (extent: Extent) => boolean = () => false) {
  type Input = Details & { readonly uid: string };
  const madeBy = ({ key, before }: Context) => ({ uid: before.was.uid, key, removes: removesAll(before.extent) });
  const outputOf = ({ before: { event, was, extent } }: Context): ChangedEvent => ({ event, was, extent });

  const standing = async (context: Context): Promise<Result<'as-left' | 'altered' | null>> => {
    const calendar = await readCalendar(context.folder);
    return calendar.ok ? succeed(findChange(calendar.value, madeBy(context))) : calendar;
  };

  return {
    async look(input: Input, where: Surroundings): Promise<Result<Looked<Before>>> {
      const { folder, view } = where;
      const calendar = await readCalendar(folder);
      if (!calendar.ok) return calendar;
      const scene = { calendar: calendar.value, now: view.now, reader: view.timeZone };
      const planned = planOn(plan, input, scene);
      if (!planned.ok) return (await isFollowed(input.uid, where)) ? misfit(onlyFollowed) : planned;
      const { was, event, extent, change } = planned.value;
      const group = blocksOf(calendar.value, input.uid);
      const former = formerState(calendar.value, group);
      const moves = event.startsAt !== was.startsAt || event.endsAt !== was.endsAt;
      const after = blocksAfter(group, change, calendar.value);
      const { takes, taken } = moves ? lookAtTime(event, after, extent === 'series', scene) : { takes: [], taken: [] };
      const version = hashOf(JSON.stringify([fingerprintOf(former.places.map(({ text }) => text)), was, event]));
      return succeed({ before: { was, event, extent, takes, former }, version, taken });
    },

    run: (input: Input, context: Context): Promise<Result<ChangedEvent>> =>
      context.folder.exclusively(async () => {
        const { folder, view, before, key, mode } = context;
        const read = await readCalendar(folder);
        if (!read.ok) return read;
        const calendar = read.value;
        if (findChange(calendar, madeBy(context)) !== null) return succeed(outputOf(context));
        const group = blocksOf(calendar, input.uid);
        const planned = isAsBefore(group, before.former)
          ? planOn(plan, input, { calendar, now: view.now, reader: view.timeZone })
          : changedSince(sayTitle(before.was.title));
        if (!planned.ok) return planned;
        if (!isDeepStrictEqual(planned.value.event, before.event)) return changedSince(sayTitle(before.was.title));
        if (mode === 'execute')
          await folder.write(CALENDAR_FILE, changeGroup(calendar, group, planned.value.change, key));
        return succeed(outputOf(context));
      }),

    async findEarlier(_input: Input, context: Context): Promise<Result<ChangedEvent | null>> {
      const stood = await standing(context);
      return stood.ok ? succeed(stood.value === null ? null : outputOf(context)) : stood;
    },

    async readBack(_output: ChangedEvent, context: Context): Promise<Result<boolean>> {
      const stood = await standing(context);
      return stood.ok ? succeed(stood.value === 'as-left') : stood;
    },

    undo: (_output: ChangedEvent, context: Context): Promise<Result<null>> =>
      undoChange(context, madeBy(context), context.before.former, sayTitle(context.before.was.title)),
  };
}

function planOn<Details>(
  plan: Plan<Details>,
  input: Details & { readonly uid: string },
  scene: Scene,
): Result<Planned> {
  const group = readGroup(scene.calendar, input.uid, scene.reader);
  if (!group.ok) return group;
  if (group.value === null) return notFound(t`the event`);
  try {
    return plan(input, group.value, scene);
  } catch (error) {
    // Written so that it can be read, but not so that every part can be written anew.
    if (error instanceof RangeError)
      return unreadable(t`The calendar file writes this event in a way that can’t be changed.`);
    throw error;
  }
}
