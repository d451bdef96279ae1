import { access } from '#contract/api/access.ts';
import { approvals } from '#contract/api/approvals.ts';
import { artifacts } from '#contract/api/artifacts.ts';
import { attention } from '#contract/api/attention.ts';
import { automations } from '#contract/api/automations.ts';
import { events } from '#contract/api/events.ts';
import { insights } from '#contract/api/insights.ts';
import { integrations } from '#contract/api/integrations.ts';
import { language } from '#contract/api/language.ts';
import { memory } from '#contract/api/memory.ts';
import { models } from '#contract/api/models.ts';
import { onboarding } from '#contract/api/onboarding.ts';
import { pause } from '#contract/api/pause.ts';
import { policies } from '#contract/api/policies.ts';
import { practice } from '#contract/api/practice.ts';
import { schedules } from '#contract/api/schedules.ts';
import { secrets } from '#contract/api/secrets.ts';
import { status } from '#contract/api/status.ts';
import { tasks } from '#contract/api/tasks.ts';
import { toolServers } from '#contract/api/tool-servers.ts';
import { understand } from '#contract/api/understand.ts';
import { undo } from '#contract/api/undo.ts';
import { voice } from '#contract/api/voice.ts';
import { workflows } from '#contract/api/workflows.ts';
import { writing } from '#contract/api/writing.ts';

/** The whole API. The window (MessagePort) and the web door (HTTP) both serve this. */
export const contract = {
  tasks,
  workflows,
  writing,
  approvals,
  attention,
  undo,
  pause,
  events,
  artifacts,
  policies,
  integrations,
  toolServers,
  memory,
  models,
  schedules,
  automations,
  access,
  secrets,
  onboarding,
  insights,
  language,
  practice,
  status,
  understand,
  voice,
};
