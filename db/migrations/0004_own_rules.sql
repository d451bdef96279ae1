CREATE TABLE `own_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`template` text,
	`blanks_json` text NOT NULL,
	`says` text NOT NULL,
	`does` text NOT NULL,
	`cedar` text NOT NULL,
	`automation_id` text,
	`created_at` text NOT NULL,
	`expires_at` text,
	`ended_at` text,
	FOREIGN KEY (`automation_id`) REFERENCES `automations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `set_aside_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`rule_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`ended_at` text
);
--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `role` text DEFAULT 'owner' NOT NULL;--> statement-breakpoint
ALTER TABLE `workflow_steps` ADD `confidence` real DEFAULT 1 NOT NULL;