CREATE TABLE `model_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text,
	`automation_id` text,
	`purpose` text NOT NULL,
	`profile` text NOT NULL,
	`provider` text NOT NULL,
	`model` text NOT NULL,
	`left_computer` integer NOT NULL,
	`prompt` text NOT NULL,
	`attempt` integer NOT NULL,
	`outcome` text,
	`failure_json` text,
	`input_tokens` integer,
	`cached_tokens` integer,
	`output_tokens` integer,
	`currency` text NOT NULL,
	`cost` integer NOT NULL,
	`milliseconds` integer,
	`sent_json` text,
	`answer` text,
	`day` text NOT NULL,
	`created_at` text NOT NULL,
	`kept_until` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `model_calls_by_day` ON `model_calls` (`day`,`automation_id`);--> statement-breakpoint
CREATE INDEX `model_calls_by_time` ON `model_calls` (`created_at`);--> statement-breakpoint
CREATE INDEX `model_calls_by_run` ON `model_calls` (`run_id`);--> statement-breakpoint
CREATE INDEX `model_calls_by_model` ON `model_calls` (`provider`,`model`,`created_at`);