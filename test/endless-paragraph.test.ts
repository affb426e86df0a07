// One paragraph or list that never ends: what is read of it grows with its length and not with the square of it. A minute
// would be a hang; nothing here measures speed.
import { equal } from 'node:assert/strict';
import { workspaceOf } from './support/memory-workspace';

const HEAD = '---\nkind: record\nid: REC-1\ntitle: Minutes\ndate: 2026-11-02\n---\n\n# Minutes\n\n';

function recordOf(body: string) {
  const files = new Map([
    ['aims.yaml', 'organization: Example\n'],
    ['minutes.md', `${HEAD}${body}`],
  ]);
  const { snapshot } = workspaceOf(files);
  const record = snapshot.view.document('minutes.md');
  if (!record) throw new Error('The document was not read.');
  return record;
}

describe('a paragraph or list that never ends', function () {
  this.timeout(25_000);

  it('with 150,000 ids', () => {
    equal(recordOf('see A.2.2 '.repeat(150_000)).mentions.length, 150_000);
  });

  it('with 80,000 items that only the library reads', () => {
    const { sections } = recordOf(`${'- an item\n'.repeat(80_000)}- the \`last\` one `);
    equal(sections[0]?.content, 'filled');
  });

  it('with 20,000 link definitions and 1,000 paragraphs that use some', () => {
    const definitions = Array.from({ length: 20_000 }, (_, index) => `[minutes ${index}]: ${index}.md`).join('\n');
    const uses = Array.from({ length: 1_000 }, (_, index) => `see [this][Minutes ${index}] here\n`).join('\n');
    equal(recordOf(`${definitions}\n\n${uses}`).undefinedLabels.length, 0);
  });
});
