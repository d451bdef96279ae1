CREATE TABLE `approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`step_id` text NOT NULL,
	`digest` text NOT NULL,
	`card_json` text NOT NULL,
	`reason` text NOT NULL,
	`status` text NOT NULL,
	`decided_by` text,
	`decided_at` text,
	`notes` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `workflow_runs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `approvals_by_status` ON `approvals` (`status`,`created_at`);--> statement-breakpoint
CREATE INDEX `approvals_by_run` ON `approvals` (`run_id`,`step_id`);--> statement-breakpoint
CREATE TABLE `artifacts` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`step_id` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `workflow_runs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `artifacts_by_run` ON `artifacts` (`run_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`run_id` text,
	`step_id` text,
	`kind` text NOT NULL,
	`body_json` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_by_run` ON `events` (`run_id`,`seq`);--> statement-breakpoint
CREATE TABLE `integrations` (
	`provider` text PRIMARY KEY NOT NULL,
	`connected` integer NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `memory_items` (
	`id` text PRIMARY KEY NOT NULL,
	`item_json` text NOT NULL,
	`source` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `pauses` (
	`scope` text PRIMARY KEY NOT NULL,
	`since` text NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `policies` (
	`id` text PRIMARY KEY NOT NULL,
	`value_json` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `preferences` (
	`user_id` text NOT NULL,
	`key` text NOT NULL,
	`value_json` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`user_id`, `key`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `profiles` (
	`user_id` text PRIMARY KEY NOT NULL,
	`time_zone` text NOT NULL,
	`locale` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `queue_items` (
	`run_id` text PRIMARY KEY NOT NULL,
	`priority` integer NOT NULL,
	`enqueued_at` text NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `workflow_runs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `queue_items_in_order` ON `queue_items` (`priority`,`enqueued_at`);--> statement-breakpoint
CREATE TABLE `schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`message` text NOT NULL,
	`starts_at` text NOT NULL,
	`time_zone` text NOT NULL,
	`rrule` text,
	`next_at` text,
	`last_fired_at` text
);
--> statement-breakpoint
CREATE INDEX `schedules_by_next` ON `schedules` (`next_at`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`intent` text NOT NULL,
	`priority` text NOT NULL,
	`constraints_json` text NOT NULL,
	`time_zone` text NOT NULL,
	`request_id` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_request_id_unique` ON `tasks` (`request_id`);--> statement-breakpoint
CREATE TABLE `tool_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`step_id` text NOT NULL,
	`connector` text NOT NULL,
	`action` text NOT NULL,
	`key` text NOT NULL,
	`args_json` text NOT NULL,
	`provenance_json` text NOT NULL,
	`effect_json` text NOT NULL,
	`before_json` text,
	`result_json` text,
	`report_json` text,
	`failure_json` text,
	`status` text NOT NULL,
	`undoable` integer NOT NULL,
	`undo_until` text,
	`undo_state` text NOT NULL,
	`undo_failure_json` text,
	`created_at` text NOT NULL,
	`settled_at` text,
	FOREIGN KEY (`run_id`) REFERENCES `workflow_runs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tool_calls_by_step` ON `tool_calls` (`run_id`,`step_id`);--> statement-breakpoint
CREATE INDEX `tool_calls_by_status` ON `tool_calls` (`status`);--> statement-breakpoint
CREATE INDEX `tool_calls_by_undo` ON `tool_calls` (`undo_state`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `workflow_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`user_id` text NOT NULL,
	`intent` text NOT NULL,
	`goal` text,
	`state` text NOT NULL,
	`risk_level` text NOT NULL,
	`priority` text NOT NULL,
	`time_zone` text NOT NULL,
	`question_json` text,
	`given_answers_json` text NOT NULL,
	`answer_json` text,
	`left_out_json` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `workflow_runs_by_state` ON `workflow_runs` (`state`);--> statement-breakpoint
CREATE INDEX `workflow_runs_by_time` ON `workflow_runs` (`created_at`);--> statement-breakpoint
CREATE TABLE `workflow_steps` (
	`run_id` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`depends_on` text NOT NULL,
	`state` text NOT NULL,
	`attempt` integer NOT NULL,
	`tool` text NOT NULL,
	`args_json` text NOT NULL,
	`origins_json` text NOT NULL,
	`condition_json` text,
	`risk_level` text NOT NULL,
	`decision_json` text,
	`approval_id` text,
	`result_ref` text,
	`failure_json` text,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`run_id`, `id`),
	FOREIGN KEY (`run_id`) REFERENCES `workflow_runs`(`id`) ON UPDATE no action ON DELETE no action
);
