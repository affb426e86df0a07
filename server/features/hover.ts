import { MarkupKind } from 'vscode-languageserver';
import { hover } from '../../engine/features/hover';
import { type Feature, offsetOf, rangeOf } from '../feature-host';
import { COMMANDS } from '../protocol';

/** What stands at the cursor, explained. The only command in a hover is ours; text of documents is escaped. */
export const hovers: Feature = {
  capabilities: { hoverProvider: true },
  register(host) {
    host.connection.onHover(async ({ textDocument: { uri }, position }) => {
      const document = await host.document(uri);
      const found = document && hover(document.state, document.path, offsetOf(document.lines, position));
      if (!found) return null;
      const contents = { kind: MarkupKind.Markdown, value: found.markdown + inFull(found.topic, host.client.ours) };
      return { contents, range: rangeOf(document.lines, found.span) };
    });
  },
};

/** Where the whole page is: behind a link of our client; elsewhere the command line has it. */
function inFull(topic: string, ours: boolean): string {
  if (topic === '') return '';
  const query = encodeURIComponent(JSON.stringify([topic]));
  return ours
    ? `\n\n[Explain ${topic} in full](command:${COMMANDS.explain}?${query})`
    : `\n\nIn full: \`aims explain ${topic}\``;
}
