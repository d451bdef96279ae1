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
CREATE TABLE `pause_receipts` (
	`epoch` integer PRIMARY KEY NOT NULL,
	`scope` text NOT NULL,
	`at` text NOT NULL,
	`lifted_at` text,
	`stopped_json` text NOT NULL,
	`out_json` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `pause_epoch` (
	`id` integer PRIMARY KEY NOT NULL,
	`epoch` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reservations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`bucket` text NOT NULL,
	`amount` integer,
	`from_at` text,
	`until_at` text,
	`all_day` integer NOT NULL,
	`title` text,
	`item` text,
	`run_id` text NOT NULL,
	`step_id` text NOT NULL,
	`state` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text,
	`settled_at` text,
	FOREIGN KEY (`run_id`) REFERENCES `workflow_runs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reservations_by_bucket` ON `reservations` (`bucket`,`state`);--> statement-breakpoint
CREATE INDEX `reservations_by_time` ON `reservations` (`bucket`,`until_at`);--> statement-breakpoint
CREATE INDEX `reservations_by_step` ON `reservations` (`run_id`,`step_id`);--> statement-breakpoint
CREATE TABLE `known_recipients` (
	`address` text PRIMARY KEY NOT NULL,
	`first_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `suspicion_signs` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`run_id` text NOT NULL,
	`step_id` text NOT NULL,
	`tool_call_id` text,
	`connector` text NOT NULL,
	`says` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `suspicion_signs_by_kind` ON `suspicion_signs` (`kind`,`at`);--> statement-breakpoint
CREATE INDEX `suspicion_signs_by_time` ON `suspicion_signs` (`at`);--> statement-breakpoint
CREATE TABLE `suspicions` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`scope` text NOT NULL,
	`because` text NOT NULL,
	`evidence_json` text NOT NULL,
	`raised_at` text NOT NULL,
	`confirmed_at` text
);
--> statement-breakpoint
CREATE TABLE `undo_items` (
	`undo_id` text NOT NULL,
	`call_id` text NOT NULL,
	`position` integer NOT NULL,
	`after_json` text NOT NULL,
	`state` text NOT NULL,
	`overwrite` integer NOT NULL,
	PRIMARY KEY(`undo_id`, `call_id`),
	FOREIGN KEY (`undo_id`) REFERENCES `undos`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`call_id`) REFERENCES `tool_calls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `undo_items_by_call` ON `undo_items` (`call_id`);--> statement-breakpoint
CREATE TABLE `undos` (
	`id` text PRIMARY KEY NOT NULL,
	`target_json` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`ended_at` text
);
--> statement-breakpoint
CREATE INDEX `undos_by_state` ON `undos` (`state`);--> statement-breakpoint
DROP INDEX `tool_calls_by_status`;--> statement-breakpoint
DROP INDEX `tool_calls_by_undo`;--> statement-breakpoint
ALTER TABLE `tool_calls` ADD `digest` text;--> statement-breakpoint
ALTER TABLE `tool_calls` ADD `undo_question_json` text;--> statement-breakpoint
ALTER TABLE `tool_calls` ADD `epoch` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `tool_calls_out` ON `tool_calls` (`status`) WHERE status IN ('intended', 'unknown');--> statement-breakpoint
CREATE INDEX `tool_calls_taken_back` ON `tool_calls` (`undo_state`) WHERE undo_state <> 'none';--> statement-breakpoint
CREATE INDEX `tool_calls_by_settling` ON `tool_calls` (`settled_at`);--> statement-breakpoint
ALTER TABLE `approvals` ADD `choice` text;--> statement-breakpoint
ALTER TABLE `integrations` ADD `sign_in_for` text;--> statement-breakpoint
ALTER TABLE `pauses` ADD `because` text;--> statement-breakpoint
ALTER TABLE `pauses` ADD `suspicion_id` text;--> statement-breakpoint
ALTER TABLE `pauses` ADD `except_json` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `automation_id` text;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `in_doubt_since` integer;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `shadow` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `if_fails` text DEFAULT 'leave' NOT NULL;--> statement-breakpoint
ALTER TABLE `workflow_steps` ADD `domain` text;--> statement-breakpoint
ALTER TABLE `workflow_steps` ADD `wait_until` text;--> statement-breakpoint
ALTER TABLE `workflow_steps` ADD `waits_for` text;--> statement-breakpoint
ALTER TABLE `workflow_steps` ADD `failed_tries` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `workflow_steps_waiting` ON `workflow_steps` (`waits_for`) WHERE waits_for IS NOT NULL;--> statement-breakpoint
CREATE INDEX `workflow_steps_running` ON `workflow_steps` (`state`) WHERE state = 'running';