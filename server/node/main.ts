import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startNodeServer } from './start';

// The client chooses the way to speak with arguments, such as --stdio or --node-ipc.
startNodeServer(createConnection(ProposedFeatures.all));
