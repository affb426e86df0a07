import type { Span } from '../text/span';
import type { Place } from '../workspace/finding';
import type { WorkspaceState } from '../workspace/snapshot';
import { thingsOf } from './cursor';
import { placesOf } from './definition';
import type { Thing } from './things/thing';

/** A stretch of a document that leads somewhere: a place of the root or a web address. */
export interface DocumentLink {
  readonly span: Span;
  readonly to: Place | { readonly url: string };
}

/** A link for every path, and for every id that is defined somewhere else, in the blocks between two offsets. */
export function documentLinks(
  state: WorkspaceState,
  path: string,
  from?: number,
  to?: number,
): readonly DocumentLink[] {
  const links: DocumentLink[] = [];
  let end = 0;
  const things = [...thingsOf(state, path, from, to)].sort(
    (a, b) => a.span.start - b.span.start || width(a) - width(b),
  );
  for (const { span, meaning } of things) {
    if (span.start < end) continue;
    if (meaning.is === 'address' && /^(?:https?|mailto):/i.test(meaning.url))
      links.push({ span, to: { url: meaning.url } });
    else if (meaning.is === 'path' || (meaning.is === 'named' && !meaning.defines) || isUse(meaning)) {
      const place = placesOf(state.view, meaning)[0];
      const found = place && state.locate(place);
      if (!place || (found?.path === path && found.span.start === span.start)) continue;
      links.push({ span, to: place });
    } else continue;
    end = span.end;
  }
  return links;
}

/** A control that is used, not decided: the row of the decision itself leads nowhere. */
function isUse(meaning: Thing['meaning']): boolean {
  return meaning.is === 'control' && !(meaning.row?.entity === 'control-decision' && meaning.row.id === meaning.id);
}

function width({ span }: Thing): number {
  return span.end - span.start;
}
