CREATE TABLE `tools` (
	`provider` text NOT NULL,
	`name` text NOT NULL,
	`definition_json` text NOT NULL,
	`version` text NOT NULL,
	`map_json` text,
	`mapped_by` text,
	`changed` integer NOT NULL,
	`position` integer NOT NULL,
	`seen_at` text NOT NULL,
	PRIMARY KEY(`provider`, `name`)
);
