import { wallText } from '#connectors/sdk/local-time.ts';
import type { JsonObject } from '#contract/model/json.ts';
import { saidAnywhere } from '#main/planner/goals/said-anywhere.ts';
import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { resolveWindow } from '#main/planner/time/resolve-window.ts';
import { sayWindow } from '#main/planner/time/say-window.ts';
import pack from '#resources/packs/everyday/intents/reminders.json' with { type: 'json' };

const words = copy.reminders.list;
const saysWindow = sentence(words.saysWindow, 'window');
const ASKS = loadPhrases(pack.list);

/** “What are my reminders for tomorrow?”, “do I have any alarms set?”. */
export const listReminders: Intent = {
  name: 'reminder.list',
  actions: ['reminders.list'],
  read(goal, setting) {
    if (matchAny(ASKS, goal.tokens, goal.head) === null) return null;
    const { timeZone } = setting.clock;
    const { said } = saidAnywhere(goal);
    const window = said.days === undefined ? null : resolveWindow(said, setting.clock);
    const reach: JsonObject = window === null ? {} : { from: wallText(window.from), to: wallText(window.to) };
    const says = window === null ? words.says : saysWindow({ window: sayWindow(window, setting.view) });
    return oneStep(
      goal,
      'list',
      'reminders',
      { says, action: 'reminders.list', args: { ...reach, timeZone } },
      words.goal,
    );
  },
};
