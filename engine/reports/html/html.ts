/** Markup that is safe to show. Only `html` and `styleSheet` make it, so that text never becomes markup by accident. */
export class Html {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  /** The only way in: a template whose holes were filled safely. */
  static of(parts: readonly string[], content: readonly Content[]): Html {
    let text = parts[0] ?? '';
    let before = text;
    content.forEach((value, index) => {
      const part = parts[index + 1] ?? '';
      const attribute = attributeAt(before);
      text += (attribute === undefined ? written(value) : writtenIn(attribute, value)) + part;
      before += part;
    });
    return new Html(text);
  }

  /** A style sheet of ours. Throws where it could end its own element. */
  static styleSheet(css: string): Html {
    if (css.includes('<')) throw new Error('A style sheet may hold no markup.');
    return new Html(`<style>${css}</style>`);
  }
}

/** An address that may be followed: a place of the page itself, or a web page. */
export class Address {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  /** A place of the page, by its id. */
  static place(id: string): Address {
    return new Address(`#${encodeURIComponent(id)}`);
  }

  /** A page of the web; undefined for anything that is no plain http or https address. */
  static web(written: string): Address | undefined {
    return /^https?:\/\/[^\s"'<>\\^`{|}\p{Cc}\p{Cf}]+$/iu.test(written) ? new Address(written) : undefined;
  }
}

/** What may stand in a hole of a template. Text is escaped; nothing is written for `undefined` and `false`. */
export type Content = Html | Address | string | number | undefined | false | readonly Content[];

/** Markup with holes: text in them is escaped, an attribute takes text in quotes, `href` takes nothing but an `Address`. */
export function html(parts: TemplateStringsArray, ...content: readonly Content[]): Html {
  return Html.of(parts, content);
}

/** The attribute that a hole stands in; undefined for one between tags. Throws where a value could not be kept in its place. */
function attributeAt(before: string): string | undefined {
  if (/<(?:script|style)\b[^>]*>[^<]*$/i.test(before)) throw new Error('Nothing is filled into scripts or styles.');
  const tag = before.slice(before.lastIndexOf('<') + 1);
  if (!before.includes('<') || tag.includes('>')) return undefined;
  const attribute = /\s([a-z-]+)="[^"]*$/.exec(tag)?.[1];
  if (attribute === undefined || /^(?:on|style$|src)/.test(attribute))
    throw new Error(`Nothing is filled in here: <${tag}`);
  return attribute;
}

function writtenIn(attribute: string, value: Content): string {
  if ((attribute === 'href') !== value instanceof Address) throw new Error(`A wrong value for ${attribute}.`);
  if (value instanceof Html || Array.isArray(value)) throw new Error(`Only text stands in ${attribute}.`);
  return value === undefined || value === false ? '' : escapeText(String(value));
}

function written(value: Content): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return value.map(written).join('');
  return escapeText(String(value));
}

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it is shown: no markup; what would steer a terminal or turn the direction of the text around is made visible. */
export function escapeText(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => NAMES[character] ?? '')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(CONTROLS, (character) => {
      const code = character.charCodeAt(0);
      return code < 0x20
        ? String.fromCharCode(0x2400 + code)
        : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
    });
}

// All control characters but tab and line breaks, and those that override, embed or isolate the direction of a text.
const CONTROLS = /(?![\t\n\r])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;
