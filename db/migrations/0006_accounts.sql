ALTER TABLE `integrations` ADD `settings_json` text;--> statement-breakpoint
ALTER TABLE `integrations` ADD `last_sync_at` text;--> statement-breakpoint
ALTER TABLE `integrations` ADD `last_failure_json` text;