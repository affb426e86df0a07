// A server on a folder with one statement, for tests that speak to it as an editor does.
import { LanguageClient, type Transport } from './language-client';
import { AIMS, UNAPPROVED_STATEMENT } from './small-texts';
import { TestFolder } from './test-folder';

/** A reason for the one control. */
export const REASON = 'Our triage product steers care, so its makers need a written direction.';

/** A statement with one control, for the reason that is given, or none. */
export function soa(justification: string): string {
  return UNAPPROVED_STATEMENT + (justification === '' ? '' : `    justification: ${justification}\n`);
}

/** A root in which that reason is missing. */
export const FILES = [
  ['aims.yaml', AIMS],
  ['soa.yaml', soa('')],
] as const;

/** A server that runs, and the folder it looks at. */
export interface StartedServer {
  readonly server: LanguageClient;
  readonly folder: TestFolder;
}

/** Inside `describe`: what it gives starts a server on a folder of its own; after the test both are gone. */
export function startsServers(
  transport: Transport,
): (files?: Iterable<readonly [string, string | Uint8Array]>, folders?: readonly string[]) => Promise<StartedServer> {
  let folder: TestFolder | undefined;
  let server: LanguageClient | undefined;
  afterEach(() => {
    server?.kill();
    server = undefined;
    folder?.dispose();
  });
  return async (files = FILES, folders) => {
    folder = new TestFolder(files);
    server = await LanguageClient.start(transport, folder, folders);
    return { server, folder };
  };
}
