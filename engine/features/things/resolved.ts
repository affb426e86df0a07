import type { Resolution } from '../../workspace/resolve';
import type { Meaning } from './thing';

/** What a resolved reference means; undefined where it leads nowhere we could go. */
export function meaningOf(resolution: Resolution): Meaning | undefined {
  switch (resolution.type) {
    case 'named':
    case 'wrong-kind':
      return { is: 'named', named: resolution.named, defines: false };
    case 'ambiguous': {
      const named = resolution.candidates[0];
      return named && { is: 'named', named, defines: false };
    }
    case 'file': {
      const { path, fragment, document, row } = resolution;
      return { is: 'path', path, fragment, document, row: row?.row };
    }
    case 'external':
      return { is: 'address', url: resolution.url };
    default:
      return undefined;
  }
}
