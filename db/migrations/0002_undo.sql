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
ALTER TABLE `tool_calls` ADD `digest` text;--> statement-breakpoint
ALTER TABLE `tool_calls` ADD `undo_question_json` text;--> statement-breakpoint
CREATE INDEX `tool_calls_by_settling` ON `tool_calls` (`settled_at`);--> statement-breakpoint
ALTER TABLE `workflow_runs` ADD `if_fails` text DEFAULT 'leave' NOT NULL;