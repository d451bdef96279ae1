CREATE TABLE `memory_erasures` (
	`memory_id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `memory_erasures_by_time` ON `memory_erasures` (`at`);--> statement-breakpoint
CREATE TABLE `memory_uses` (
	`memory_id` text NOT NULL,
	`run_id` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`memory_id`, `run_id`),
	FOREIGN KEY (`run_id`) REFERENCES `workflow_runs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `memory_items` ADD `status` text DEFAULT 'known' NOT NULL;--> statement-breakpoint
ALTER TABLE `memory_items` ADD `learnt_by` text DEFAULT 'said' NOT NULL;--> statement-breakpoint
ALTER TABLE `memory_items` ADD `quote` text;--> statement-breakpoint
ALTER TABLE `memory_items` ADD `run_id` text;--> statement-breakpoint
ALTER TABLE `memory_items` ADD `mark` text;--> statement-breakpoint
ALTER TABLE `memory_items` ADD `from_json` text;--> statement-breakpoint
ALTER TABLE `memory_items` ADD `corrects` text;--> statement-breakpoint
ALTER TABLE `memory_items` ADD `superseded_at` text;--> statement-breakpoint
ALTER TABLE `memory_items` ADD `kept_until` text;--> statement-breakpoint
CREATE INDEX `memory_items_by_status` ON `memory_items` (`status`);--> statement-breakpoint
CREATE INDEX `memory_items_by_end` ON `memory_items` (`kept_until`) WHERE kept_until IS NOT NULL;