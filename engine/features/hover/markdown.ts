const LONGEST = 240;

/**
 * Text of a document made safe to show as Markdown: no markup, no HTML, no link (also none that a renderer would make of
 * a bare address), no icon, one line.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]#|~!$]/g, '\\$&')
    .replace(/:\/\//g, '&#58;//')
    .replace(/@/g, '&#64;')
    .replace(/\bwww\./gi, (word) => `${word.slice(0, 3)}&#46;`)
    .replace(/^([-+=]|\d+[.)])/, (mark) =>
      mark.length === 1 ? `\\${mark}` : `${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    );
}

/** Workspace text for one line of a hover: escaped, and cut where it is long. */
export function inline(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return escapeMarkdown(words.length > LONGEST ? `${words.slice(0, LONGEST).replace(/\s+\S*$/, '')} …` : words);
}

/** A list, or nothing where it has no items. Items are Markdown already. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** A list with a bold line above it; nothing where it has no items. */
export function titled(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `**${title}**\n${bullets(items)}`;
}

/** Paragraphs, without those that say nothing. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Parts with a line between them. */
export function sections(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n---\n\n');
}
