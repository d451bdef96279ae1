CREATE TABLE `breakers` (
	`connector` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`failures` integer NOT NULL,
	`failure_json` text NOT NULL,
	`opened_at` text,
	`probe_at` text
);
--> statement-breakpoint
CREATE TABLE `dead_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`step_id` text NOT NULL,
	`failure_json` text NOT NULL,
	`tries` integer NOT NULL,
	`status` text NOT NULL,
	`created_at` text NOT NULL,
	`decided_by` text,
	`decided_at` text,
	FOREIGN KEY (`run_id`) REFERENCES `workflow_runs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dead_letters_by_status` ON `dead_letters` (`status`,`created_at`);--> statement-breakpoint
CREATE INDEX `dead_letters_by_step` ON `dead_letters` (`run_id`,`step_id`);--> statement-breakpoint
DROP INDEX `tool_calls_by_status`;--> statement-breakpoint
DROP INDEX `tool_calls_by_undo`;--> statement-breakpoint
CREATE INDEX `tool_calls_out` ON `tool_calls` (`status`) WHERE status IN ('intended', 'unknown');--> statement-breakpoint
CREATE INDEX `tool_calls_being_undone` ON `tool_calls` (`undo_state`) WHERE undo_state = 'running';--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `in_doubt_since` integer;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `shadow` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `workflow_steps` ADD `wait_until` text;--> statement-breakpoint
ALTER TABLE `workflow_steps` ADD `waits_for` text;--> statement-breakpoint
ALTER TABLE `workflow_steps` ADD `failed_tries` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `workflow_steps_waiting` ON `workflow_steps` (`waits_for`) WHERE waits_for IS NOT NULL;--> statement-breakpoint
CREATE INDEX `workflow_steps_running` ON `workflow_steps` (`state`) WHERE state = 'running';