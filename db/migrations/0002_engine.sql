CREATE TABLE `automations` (
	`id` text PRIMARY KEY NOT NULL,
	`sentence` text NOT NULL,
	`trigger_json` text NOT NULL,
	`time_zone` text NOT NULL,
	`catch_up` text NOT NULL,
	`paused` integer NOT NULL,
	`next_at` text,
	`missed_at` text,
	`shape` text NOT NULL,
	`request_id` text,
	`created_at` text NOT NULL,
	`removed_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `automations_request_id_unique` ON `automations` (`request_id`);--> statement-breakpoint
CREATE INDEX `automations_by_next` ON `automations` (`next_at`);--> statement-breakpoint
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
CREATE TABLE `happenings` (
	`connector` text NOT NULL,
	`kind` text NOT NULL,
	`item_id` text NOT NULL,
	`fields_json` text NOT NULL,
	`at` text NOT NULL,
	`reported_at` text NOT NULL,
	`matched_at` text,
	PRIMARY KEY(`connector`, `kind`, `item_id`)
);
--> statement-breakpoint
CREATE INDEX `happenings_to_match` ON `happenings` (`matched_at`,`reported_at`);--> statement-breakpoint
CREATE TABLE `standing_consents` (
	`id` text PRIMARY KEY NOT NULL,
	`automation_id` text NOT NULL,
	`says` text NOT NULL,
	`scope_json` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`automation_id`) REFERENCES `automations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `standing_consents_by_automation` ON `standing_consents` (`automation_id`);--> statement-breakpoint
DROP INDEX `tool_calls_by_status`;--> statement-breakpoint
DROP INDEX `tool_calls_by_undo`;--> statement-breakpoint
CREATE INDEX `tool_calls_out` ON `tool_calls` (`status`) WHERE status IN ('intended', 'unknown');--> statement-breakpoint
CREATE INDEX `tool_calls_being_undone` ON `tool_calls` (`undo_state`) WHERE undo_state = 'running';--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `automation_id` text REFERENCES automations(id);--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `happening_json` text;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `strayed` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `shadow` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `workflow_runs_by_automation` ON `workflow_runs` (`automation_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `workflow_steps` ADD `wait_until` text;--> statement-breakpoint
ALTER TABLE `workflow_steps` ADD `waits_for` text;--> statement-breakpoint
ALTER TABLE `workflow_steps` ADD `failed_tries` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `workflow_steps_waiting` ON `workflow_steps` (`waits_for`) WHERE waits_for IS NOT NULL;--> statement-breakpoint
CREATE INDEX `workflow_steps_running` ON `workflow_steps` (`state`) WHERE state = 'running';