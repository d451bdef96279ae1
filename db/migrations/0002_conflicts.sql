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
ALTER TABLE `approvals` ADD `choice` text;