CREATE TABLE `access_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`last_used_at` text,
	`revoked_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_tokens_hash_unique` ON `access_tokens` (`hash`);--> statement-breakpoint
CREATE TABLE `automations` (
	`id` text PRIMARY KEY NOT NULL,
	`sentence` text NOT NULL,
	`trigger_json` text NOT NULL,
	`time_zone` text NOT NULL,
	`catch_up` text NOT NULL,
	`paused` integer NOT NULL,
	`shadow` integer DEFAULT false NOT NULL,
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
DROP INDEX `workflow_steps_running`;--> statement-breakpoint
DROP INDEX `tool_calls_by_settling`;--> statement-breakpoint
CREATE INDEX `tool_calls_by_settling` ON `tool_calls` (`settled_at`) WHERE settled_at IS NOT NULL;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `happening_json` text;--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `strayed` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `workflow_runs_by_automation` ON `workflow_runs` (`automation_id`,`created_at`);