import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What drives a server, kills a process or waits for a limit: a minute and more, however short its file is. */
const LONG = /connectors\/[\w/]+\.test\.ts$|\/tests\/|hostile-tools|new-connector|recover-runs|scheduler\.property/;
const LONGEST = /connectors\/(?:mail|caldav|carddav|mcp)\/connector\.test|hostile-tools|new-connector|hijacked-model/;

/** Begins with what takes long, so that no long file is alone at the end while a core has nothing to do. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => (LONGEST.test(moduleId) ? 0 : LONG.test(moduleId) ? 1 : 2);
    const bySize = await super.sort(files);
    return bySize.toSorted((one, other) => rank(one) - rank(other));
  }
}
