// A file that lies in no management system and says what it is: checked for what it shows by itself, and for nothing else.
import { deepEqual, ok } from 'node:assert/strict';
import { LanguageClient, type Transport } from '../support/language-client';
import { TestFolder } from '../support/test-folder';

const NOTE = '# A note\n\nkind of a thing\n';
const REGISTER = `kind: risk-register
id: RSK-1
title: AI risk register
risks:
  - id: R-001
    title: An urgent letter is missed
    next_review: 2026-13-45
    systems: [AIS-001]
`;

for (const transport of ['stdio', 'worker'] as const satisfies readonly Transport[]) {
  describe(`a file without a root over ${transport}`, () => {
    let folder: TestFolder;
    let client: LanguageClient | undefined;
    afterEach(() => {
      client?.kill();
      folder.dispose();
    });

    const start = async (): Promise<LanguageClient> => {
      folder = new TestFolder([
        ['risks.yaml', REGISTER],
        ['note.md', NOTE],
      ]);
      client = await LanguageClient.start(transport, folder);
      return client;
    };

    it('is checked while it is open, and calls nothing missing that would stand elsewhere', async () => {
      const server = await start();
      await server.open('risks.yaml', REGISTER);
      await server.finds('risks.yaml', 'date/invalid');
      const rules = server.rules('risks.yaml');
      ok(!rules.some((rule) => /^(?:reference|evidence|clause)\//.test(rule)), rules.join());
      await server.change('risks.yaml', REGISTER.replace('2026-13-45', '2027-01-31'));
      await server.finds('risks.yaml', 'date/invalid', false);
      await server.change('risks.yaml', REGISTER);
      await server.finds('risks.yaml', 'date/invalid');
      await server.close('risks.yaml');
      await server.until('nothing is said of it', () => server.diagnostics('risks.yaml')?.length === 0);
    });

    it('is left alone unless it says what it is', async () => {
      const server = await start();
      await server.open('note.md', NOTE);
      // Answers come in order: what was found in the note would have come before.
      await server.open('risks.yaml', REGISTER);
      await server.finds('risks.yaml', 'date/invalid');
      deepEqual(server.diagnostics('note.md'), undefined);
    });

    it('belongs to a root as soon as there is one', async () => {
      const server = await start();
      await server.open('risks.yaml', REGISTER);
      await server.finds('risks.yaml', 'date/invalid');
      folder.write('aims.yaml', 'organization: Example\nframeworks: [iso-42001]\n');
      await server.watched(['created', 'aims.yaml']);
      // What only a whole management system can lack.
      await server.finds('aims.yaml', 'clause/no-document');
      await server.finds('risks.yaml', 'date/invalid');
      await server.close('risks.yaml');
      await server.finds('risks.yaml', 'date/invalid');
    });
  });
}
