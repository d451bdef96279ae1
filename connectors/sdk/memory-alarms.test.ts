import { describe } from 'vitest';
import { testAlarms } from '#connectors/sdk/alarms.testsuite.ts';
import { createMemoryAlarms } from '#connectors/sdk/memory-alarms.ts';

describe('the alarm list in memory', () => {
  testAlarms(async (now) => ({ alarms: createMemoryAlarms(now), close: async () => {} }));
});
