// A folder that only the client can list: what it may not open is said, and nothing that could lie in it is called missing.
import { deepEqual, ok } from 'node:assert/strict';
import { LanguageClient } from '../support/language-client';
import { TestFolder } from '../support/test-folder';

const SETTINGS = 'organization: Example\nframeworks: [iso-42001]\n';
const INVENTORY =
  'kind: ai-system-inventory\nid: INV-1\nsystems:\n  - id: AIS-001\n    name: Triage\n    lifecycle: operation\n';

describe('a virtual workspace', () => {
  let folder: TestFolder;
  let client: LanguageClient | undefined;
  afterEach(() => {
    client?.kill();
    folder.dispose();
  });

  const start = async (unlisted: readonly string[]): Promise<LanguageClient> => {
    folder = new TestFolder([
      ['aims.yaml', SETTINGS],
      ['systems.yaml', INVENTORY],
      ['locked/note.md', '# Note\n'],
      ['other/aims.yaml', SETTINGS],
      ['other/secret/note.md', '# Note\n'],
    ]);
    client = await LanguageClient.start('worker', folder, [''], '2026-11-20', undefined, unlisted);
    return client;
  };

  it('calls a system unassessed where every folder can be listed', async () => {
    const server = await start([]);
    await server.finds('systems.yaml', 'system/unassessed');
    deepEqual(
      [...server.all().values()].flat().filter(({ code }) => code === 'limit/unreadable'),
      [],
    );
  });

  it('says which folder cannot be listed, and calls nothing missing that could lie in it', async () => {
    const server = await start(['locked']);
    // It has no text of its own to underline.
    await server.finds('aims.yaml', 'limit/unreadable');
    const finding = server.diagnostics('aims.yaml')?.find(({ code }) => code === 'limit/unreadable');
    ok(/locked.*NoPermissions/.test(String(finding?.message)), String(finding?.message));
    ok(!server.rules('systems.yaml').includes('system/unassessed'), server.rules('systems.yaml').join());
  });

  it('leaves a folder of another root to that root', async () => {
    const server = await start(['other/secret']);
    await server.finds('systems.yaml', 'system/unassessed');
    await server.finds('other/aims.yaml', 'limit/unreadable');
    ok(!server.rules('aims.yaml').includes('limit/unreadable'));
  });
});
