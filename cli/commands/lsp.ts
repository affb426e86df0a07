import { startOnStandardStreams } from '../../server/node/start';
import { UsageError } from '../arguments';
import { defineCommand } from '../command';

/** `aims lsp`: the language server for editors other than VS Code. Ends when its client does. */
export const command = defineCommand({
  usage: '--stdio',
  description: `Starts the language server, which speaks the Language Server Protocol on standard input and output. Editors start it; a
person rarely does. docs/other-editors.md says how Neovim, Helix, Emacs and others are told about it.`,
  options: {
    stdio: { type: 'boolean', help: 'standard input and output: the only way to speak, and taken without saying so' },
  },
  examples: [
    ['aims lsp --stdio', 'what an editor is told to start for Markdown, YAML and CSV'],
    ['aims lsp', 'the same'],
  ],
  ending: 'Exit status: 0 when the client said goodbye, 1 when it was gone without it, 2 wrong usage.',
  lasts: true,
  run: ({ positionals }) => {
    if (positionals.length > 0)
      throw new UsageError(`The server takes its folders from the editor: "${positionals.join(' ')}" is too much.`);
    startOnStandardStreams();
    // Nothing ends it from here: the connection ends the process with the status that the protocol asks for.
    return new Promise<number>(() => undefined);
  },
});
