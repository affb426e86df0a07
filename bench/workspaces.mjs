// The texts that are measured: the same for us and for the neighbours.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const WORDS =
  'model system review owner evidence data people record control supplier release change monitor report decision limit input output label score team month nurse patient letter queue'.split(
    ' ',
  );

/** Numbers that are the same in every run. */
function numbers(seed) {
  let state = seed >>> 0;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * most);
  };
}

/** A register of AI systems, eleven lines each. */
export function register(count) {
  let text =
    'kind: ai-system-inventory\nid: INV-001\ntitle: AI systems\nstatus: approved\nowner: Head of AI\nsystems:\n';
  for (let index = 0; index < count; index++)
    text += `  - id: AIS-${index}\n    name: System ${index}\n    purpose: Sorts letters of queue ${index}\n    owner: owner${index % 20}\n    roles: [deployer]\n    lifecycle: concept\n    deployed_in:\n      - Office ${index % 50}\n    affected_groups:\n      - Writers ${index % 50}\n    next_review: 2027-01-01\n`;
  return text;
}

/** Documents of prose, about 5 kB each, with front matter, headings, lists and links to one another. */
export function proseDocuments(count) {
  const files = new Map([['aims.yaml', 'organization: Example\nframeworks: [iso-42001]\n']]);
  for (let index = 0; index < count; index++) {
    const random = numbers(index + 1);
    let text = head(index);
    for (let section = 0; section < 12; section++)
      text += `## Section ${section}\n\n${paragraph(random, 40)} It is about control A.${2 + (section % 9)}.2; see [this](../d${(index + section) % 50}/f${linked(index, section, count)}.md#section-${section}).\n\n- ${paragraph(random, 6)}\n- ${paragraph(random, 6)}\n\n`;
    files.set(`d${index % 50}/f${index}.md`, text);
  }
  return files;
}

/** The same with the mix of real documents: two fifths of the text in tables. */
export function mixedDocuments(count) {
  const files = new Map([['aims.yaml', 'organization: Example\nframeworks: [iso-42001]\n']]);
  for (let index = 0; index < count; index++) {
    const random = numbers(index + 7);
    let text = head(index);
    for (let section = 0; section < 6; section++) {
      text += `## Section ${section}\n\n${paragraph(random, 50)} It is about **control** A.${2 + (section % 9)}.2; see [this](../d${(index + section) % 50}/f${linked(index, section, count)}.md#section-${section}).\n\n`;
      text += '| Step | What is done | Owner | When | Result |\n|------|--------------|-------|------|--------|\n';
      for (let row = 0; row < 4; row++)
        text += `| ${row + 1} | ${random(3) === 0 ? `**${WORDS[random(WORDS.length)]}** ` : ''}${paragraph(random, 4)} | ${random(3) === 0 ? `\`owner${random(9)}\`` : `owner${random(9)}`} | 2026-0${1 + random(9)}-1${random(9)} | ${random(4) === 0 ? `[record](f${index}.md)` : paragraph(random, 2)} |\n`;
      text += '\n';
    }
    files.set(`d${index % 50}/f${index}.md`, text);
  }
  return files;
}

/** A real folder's worth: a management system of some 200 documents for the command line. */
export function smallSystem() {
  const files = new Map([...mixedDocuments(198)]);
  files.set('systems.yaml', register(30));
  return files;
}

/** How much of the text of Markdown files stands in tables, as a share. */
export function tableShare(files) {
  let all = 0;
  let tables = 0;
  for (const [path, text] of files) {
    if (!path.endsWith('.md')) continue;
    for (const line of text.split('\n')) {
      all += line.length + 1;
      if (line.startsWith('|')) tables += line.length + 1;
    }
  }
  return tables / all;
}

/** Writes files below a folder. */
export function writeFiles(folder, files) {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function head(index) {
  return `---\nkind: record\nid: REC-${index}\ntitle: Record ${index}\ndate: 2026-0${1 + (index % 9)}-11\nowner: owner${index % 20}\ncontrols: [A.5.2, A.6.2.4]\n---\n\n# Record ${index}\n\n`;
}

function linked(index, section, count) {
  const folder = (index + section) % 50;
  const last = Math.floor((count - 1 - folder) / 50);
  return folder + 50 * (last < 0 ? 0 : index % (last + 1));
}

function paragraph(random, words) {
  const text = Array.from({ length: words }, () => WORDS[random(WORDS.length)]).join(' ');
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}
