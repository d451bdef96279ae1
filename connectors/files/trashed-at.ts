import { Temporal } from 'temporal-polyfill';
import type { View } from '#connectors/sdk/action.ts';
import { wallOf, wallText } from '#connectors/sdk/local-time.ts';

/** The person's own clock, as the trash notes it: `2026-11-25T12:00:00`. */
export const trashedAt = ({ now, timeZone }: View): string => wallText(wallOf(Temporal.Instant.from(now), timeZone));
