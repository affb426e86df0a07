import { rowsAbout } from '../../workspace/document-rows';
import { filledText } from '../../workspace/names';
import { onList } from '../../workspace/places';
import { documentName } from '../../workspace/wording';
import { defineRule } from '../rule';

const PEOPLE =
  /individual|people|person|patient|customer|user|employee|worker|citizen|child|applicant|consumer|group|societ|public|communit|environment|human|right|discriminat|privacy|health|safety|gesellschaft|menschen|betroffene|einzelne|person|gruppe|soci[eé]t|individu|personne|sociedad|persona|samenleving|mensen|個人|社会/i;

export default defineRule({
  id: 'risk/one-sided-consequences',
  scope: 'document',
  about: 'risk',
  severity: 'warning',
  references: ['6.1.2'],
  messages: {
    found:
      'None of the {count} risks in {register} says what follows for individuals or for society, only for the organisation. Clause 6.1.2 asks for all three: add the consequences for people.',
    nothing:
      'None of the {count} risks in {register} says what would follow. Clause 6.1.2 asks for the consequences for the organisation, for individuals and for society: add them.',
  },
  *check(document) {
    const rows = rowsAbout(document, 'risk');
    if (rows.length < 3) return;
    const said = rows.map((row) => filledText(row, 'consequences'));
    // Titles and descriptions often say it in words; a column that is not there is no proof.
    const words = rows.map((row) =>
      ['title', 'description', 'consequences', 'impact'].map((field) => filledText(row, field)).join(' '),
    );
    const places = document.tables.some((table) => table.columns.some(({ title }) => PEOPLE.test(title)));
    if (places || words.some((text) => PEOPLE.test(text))) return;
    const data = { count: rows.length, register: documentName(document) };
    yield {
      at: onList(document, rows[0]?.definition?.list ?? 'risks'),
      message: said.some((text) => text !== '') ? 'found' : 'nothing',
      data,
    };
  },
});
