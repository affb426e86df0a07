import { yamlScalar } from '../edits/yaml-text';

/** Values of a template's variables; one that is not given stays and reads as a placeholder. */
export type Variables = Readonly<
  Partial<
    Record<
      | 'id'
      | 'title'
      | 'organization'
      | 'owner'
      | 'date'
      | 'system_id'
      | 'system_name'
      | 'purpose'
      | 'intended_use'
      | 'affected_groups',
      string
    >
  >
>;

/** Fills a template. In YAML a value is escaped for double quotes, in prose for Markdown. */
export function fillTemplate(template: string, variables: Variables, reviewedAgainst: string | undefined): string {
  const markdown = /^---\r?\n[\s\S]*?^---[ \t]*$/m.exec(template);
  const yamlEnd = markdown
    ? markdown[0].length
    : template.startsWith('#') && /^kind:/m.test(template)
      ? template.length
      : /^kind:/.test(template)
        ? template.length
        : 0;
  const replace = (text: string, escape: (value: string) => string): string =>
    text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
      const value = variables[name as keyof Variables];
      return value === undefined || value === '' ? whole : escape(value);
    });
  let yaml = template.slice(0, yamlEnd);
  if (reviewedAgainst !== undefined) yaml = yaml.replace(/"\{\{reviewed_against\}\}"/, () => reviewedAgainst);
  return (
    replace(yaml, (value) =>
      value
        .replace(/\\/g, '\\\\')
        .replace(/"/g, '\\"')
        .replace(/\s*\n\s*/g, ' '),
    ) + replace(template.slice(yamlEnd), escapeMarkdown)
  );
}

/** A text that reads as itself in Markdown prose and tables. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}

/** Fingerprints as a YAML flow mapping. */
export function fingerprintMap(form: string, prints: ReadonlyMap<string, string>): string {
  return `{ form: ${form}${[...prints].map(([field, print]) => `, ${field}: ${JSON.stringify(print)}`).join('')} }`;
}

/** A value in a YAML list on one line. */
export function yamlList(values: readonly string[]): string {
  return `[${values.map((value) => yamlScalar(value)).join(', ')}]`;
}
