import { type Content, type Html, html } from './html';

/** One part of the report, with its place in the contents. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** Behind the title in the contents, such as `3 open`. */
  readonly remark: string;
  readonly body: Html;
}

/** A section as it stands on the page; on paper it starts a page of its own where it is `long`. */
export function section(id: string, title: string, remark: string, body: Content, { long = true } = {}): Section {
  return {
    id,
    title,
    remark,
    body: html`<section id="${id}" class="${long && 'page'}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}
</section>
`,
  };
}
