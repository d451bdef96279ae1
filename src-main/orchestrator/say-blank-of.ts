import { blankSayer } from '#main/gate/say-blank.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { SayBlank } from '#policies/templates/fill-template.ts';

/** How the blanks of rules read, by what the person knows each action by. */
export const sayBlankOf = ({ tools, locale }: Pick<Engine, 'tools' | 'locale'>): SayBlank =>
  blankSayer((tool) => tools.find(tool)?.title ?? tool, locale);
