CREATE TABLE `kept_words` (
	`id` text PRIMARY KEY NOT NULL,
	`connector` text NOT NULL,
	`words` text NOT NULL,
	`mark` text NOT NULL,
	`item_json` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `kept_words_by_connector` ON `kept_words` (`connector`);--> statement-breakpoint
ALTER TABLE `workflow_steps` ADD `replanned` integer DEFAULT false NOT NULL;