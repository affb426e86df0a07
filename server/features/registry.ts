import type { Feature } from '../feature-host';
import { codeActions } from './code-actions';
import { commands } from './commands';
import { completion } from './completion';
import { coverageRequest } from './coverage';
import { definitions } from './definition';
import { links } from './document-links';
import { documentStateRequest } from './document-state';
import { outline } from './document-symbols';
import { explainRequest } from './explain';
import { hovers } from './hover';
import { nodeAtRequest } from './node-at';
import { plans } from './plans';
import { referenceSearch } from './references';
import { reportRequest } from './report';
import { tokens } from './semantic-tokens';
import { symbolSearch } from './workspace-symbols';

/** Every language feature the server offers; the capabilities are the sum of theirs. */
export const features: readonly Feature[] = [
  codeActions,
  commands,
  completion,
  coverageRequest,
  definitions,
  documentStateRequest,
  explainRequest,
  hovers,
  links,
  nodeAtRequest,
  outline,
  plans,
  referenceSearch,
  reportRequest,
  symbolSearch,
  tokens,
];
