import type { Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

/** Parses Markdown with tables into the mdast tree of remark; positions are offsets in the given text. */
export type MarkdownParser = (text: string) => Root;

/** Makes a parser: remark-parse with tables. One parser serves any number of texts. */
export function createMarkdownParser(): MarkdownParser {
  const processor = unified().use(remarkParse).use(tables).freeze();
  return (text) => processor.parse(text);
}

/** The plugin that adds GitHub's tables to remark-parse, and nothing else of GitHub's dialect. */
function tables(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable()];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), [gfmTableFromMarkdown()]];
}
