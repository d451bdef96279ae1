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
ALTER TABLE `integrations` ADD `sign_in_for` text;--> statement-breakpoint
ALTER TABLE `pauses` ADD `because` text;--> statement-breakpoint
ALTER TABLE `pauses` ADD `suspicion_id` text;--> statement-breakpoint
ALTER TABLE `pauses` ADD `except_json` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `tool_calls` ADD `epoch` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `automation_id` text;--> statement-breakpoint
ALTER TABLE `workflow_steps` ADD `domain` text;