import { access } from '#main/api/access.ts';
import { approvals } from '#main/api/approvals.ts';
import { artifacts } from '#main/api/artifacts.ts';
import { attention } from '#main/api/attention.ts';
import { automations } from '#main/api/automations.ts';
import { door } from '#main/api/door.ts';
import { events } from '#main/api/events.ts';
import { insights } from '#main/api/insights.ts';
import { integrations } from '#main/api/integrations.ts';
import { language } from '#main/api/language.ts';
import { memory } from '#main/api/memory.ts';
import { models } from '#main/api/models.ts';
import { onboarding } from '#main/api/onboarding.ts';
import { pause } from '#main/api/pause.ts';
import { policies } from '#main/api/policies.ts';
import { practice } from '#main/api/practice.ts';
import { schedules } from '#main/api/schedules.ts';
import { secrets } from '#main/api/secrets.ts';
import { status } from '#main/api/status.ts';
import { tasks } from '#main/api/tasks.ts';
import { toolServers } from '#main/api/tool-servers.ts';
import { understand } from '#main/api/understand.ts';
import { undo } from '#main/api/undo.ts';
import { voice } from '#main/api/voice.ts';
import { workflows } from '#main/api/workflows.ts';
import { writing } from '#main/api/writing.ts';

/** The contract, implemented. Both doors serve this one. */
export const router = door.router({
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
});
