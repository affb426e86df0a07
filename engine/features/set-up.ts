import type { Catalogue } from '../catalogue/catalogue';
import { yamlScalar } from './edits/yaml-text';
import { controlRows } from './scaffold/control-rows';
import { kindTemplate } from './scaffold/create-document';
import { fillTemplate, yamlList } from './scaffold/fill-template';
import type { SetUpAnswers } from './set-up-answers';

/** The files of a small starting point by path: what the answers say, and templates whose judgements are open. */
export function setUpFiles(answers: SetUpAnswers, catalogue: Catalogue): { path: string; text: string }[] {
  const { organization, roles, system } = answers;
  const files = [{ path: 'aims.yaml', text: configuration(organization, roles) }];
  const add = (
    path: string,
    kind: string,
    id: string,
    title: string,
    change: (text: string) => string = (text) => text,
  ): void => {
    const template = kindTemplate(kind);
    if (template)
      files.push({ path, text: change(fillTemplate(template.text, { id, title, organization }, undefined)) });
  };
  add('policies/ai-policy.md', 'ai-policy', 'POL-001', 'AI policy');
  add('context/scope.md', 'aims-scope', 'SCO-001', 'Scope of the AI management system');
  add('systems/inventory.yaml', 'ai-system-inventory', 'INV-001', 'AI systems', (text) =>
    system ? withSystem(text, system) : text,
  );
  add('risk/risk-register.yaml', 'risk-register', 'RR-001', 'AI risk register');
  add('soa.yaml', 'statement-of-applicability', 'SOA-001', 'Statement of Applicability', (text) => {
    const listed = text.replace(/^controls:.*\n?/m, '').trimEnd();
    return `${listed}${/^framework:/m.test(listed) ? '' : '\nframework: iso-42001'}\ncontrols:\n${controlRows(catalogue)}`;
  });
  return files;
}

/** An `aims.yaml` that only makes the folder a root. */
export function configuration(organization: string, roles: readonly string[]): string {
  const lines = ['# Settings of this AI management system.'];
  if (organization !== '') lines.push(`organization: ${yamlScalar(organization)}`);
  if (roles.length > 0) lines.push(`roles: ${yamlList(roles)}`);
  lines.push('frameworks: [iso-42001]');
  return `${lines.join('\n')}\n`;
}

/** The first system: what was answered, everything else left open. */
function withSystem(text: string, system: { readonly name: string; readonly purpose: string }): string {
  const lines = [
    'systems:',
    '  - id: AIS-001',
    `    name: ${yamlScalar(system.name)}`,
    `    purpose: ${yamlScalar(system.purpose === '' ? '{{what it is for}}' : system.purpose)}`,
    '    owner: "{{role}}"',
    '    roles: []',
    '    lifecycle: ""    # concept, design, development, verification, deployment, operation, retired',
    '    ai_act:',
    '      tier: undetermined',
  ];
  return `${text.replace(/^systems:.*\n?/m, '').trimEnd()}\n${lines.join('\n')}\n`;
}
