// Setting up a root gives an honest start.
import { deepEqual, equal, ok } from 'node:assert/strict';
import packs from 'gen/frameworks';
import { createCatalogue } from '../engine/catalogue/catalogue';
import { coverageOf } from '../engine/coverage/coverage';
import { setUpFiles } from '../engine/features/set-up';
import { judgements, keyOf } from './support/changes';
import { workspaceOf } from './support/memory-workspace';

describe('setting up', () => {
  const catalogue = createCatalogue(packs);
  const ANSWERS = [
    {
      organization: 'Example',
      roles: ['provider', 'deployer'],
      system: { name: 'Letter sorter', purpose: 'Sorts letters' },
    },
    { organization: 'O\'Neil "AI": {x} #1', roles: [], system: { name: 'a: "b" # c', purpose: '' } },
    { organization: '', roles: [], system: null },
  ];
  for (const answers of ANSWERS) {
    it(`gives an honest start for ${JSON.stringify(answers.organization)}`, () => {
      const files = new Map(setUpFiles(answers, catalogue).map(({ path, text }) => [path, text]));
      const { snapshot } = workspaceOf(files);
      deepEqual(
        snapshot.findings
          .filter((finding) => /^(?:syntax|configuration|limit|engine)\//.test(finding.rule))
          .map((finding) => keyOf(snapshot, finding)),
        [],
      );
      equal(snapshot.view.documents.length, files.size - 1);
      for (const document of snapshot.view.documents) equal(document.recognised, 'declared', document.path);
      ok(
        snapshot.findings.some((finding) => finding.path === 'soa.yaml'),
        'the open decisions are said',
      );
      if (answers.system) equal(snapshot.view.systems.length, 1);
      if (answers.organization !== '') equal(snapshot.view.configuration.organization, answers.organization);
      for (const { id, grade } of coverageOf(snapshot).controls)
        ok(['none', 'template'].includes(grade), `${id} is graded ${grade}`);
      equal(judgements(snapshot).size, 0);
    });
  }
});
