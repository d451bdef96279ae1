import { connector as cv } from '#connectors/cv/connector.ts';
import { CV_FILE } from '#connectors/cv/cv-file.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { type Given, testConnector } from '#connectors/sdk/connector.testsuite.ts';
import type { Json } from '#contract/model/json.ts';

/** Short, since its documents are made again and again. */
const own = JSON.stringify({
  basics: { name: 'Zoë Łukasik' },
  work: [{ name: 'City of Porto', startDate: '2020-03', highlights: ['Drove the van', 'Pruning of 200 trees'] }],
});
const posting = 'Gardener\nYou know pruning, irrigation and pest control. A driving licence is a plus.';

const keep = ({ surroundings }: Given) => surroundings.folder.write(CV_FILE, own);

async function editMade({ folder }: Surroundings, output: Json): Promise<void> {
  await folder.write((output as { fileName: string }).fileName, '{}\n');
}

testConnector(cv, [
  {
    action: 'cv.take-in',
    input: async ({ surroundings }) => {
      await surroundings.folder.write('resume.json', own);
      return { fileName: 'resume.json' };
    },
    disturb: ({ folder }) => folder.write(CV_FILE, own.replace('Porto', 'Lisbon')),
  },
  {
    action: 'cv.take-in',
    called: 'in place of another',
    input: async (given) => {
      await keep(given);
      await given.surroundings.folder.write('new.json', own.replace('Porto', 'Braga'));
      return { fileName: 'new.json' };
    },
    disturb: ({ folder }) => folder.write(CV_FILE, own.replace('Porto', 'Lisbon')),
  },
  {
    action: 'cv.tailor',
    input: async (given) => {
      await keep(given);
      return { posting, called: 'gardener' };
    },
    disturb: editMade,
  },
]);
