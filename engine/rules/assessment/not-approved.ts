import { isDraft } from '../../workspace/document-status';
import { filledText, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { documentsReliedOn } from '../../workspace/reliance';
import { documentName, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

const LATE = ['verification', 'deployment', 'operation'];

export default defineRule({
  id: 'assessment/not-approved',
  scope: 'workspace',
  reads: 'all',
  severity: 'warning',
  references: ['6.1.4', '7.5.2'],
  messages: {
    system:
      '{assessment} is not approved yet, but {system} is already in {lifecycle} and has no other assessment. Let the person who may decide approve it, with name and date.',
    control:
      '{assessment} is not approved yet, but {control} is said to be in place because of it. Let the person who may decide approve it, with name and date.',
    draft: '{assessment} is not approved yet; it counts once it is, with name and date.',
  },
  *check(view) {
    const relied = documentsReliedOn(view);
    for (const document of view.documentsOf('ai-impact-assessment')) {
      if (!document.headComplete || !isDraft(document)) continue;
      const system = view.systems.find((each) => {
        const { state, assessment } = view.assessmentState(each);
        return state === 'draft' && assessment === document && LATE.includes(valueOf(each, 'lifecycle'));
      });
      const control = relied.get(document);
      const data = {
        assessment: documentName(document),
        system: system ? rowName(system) : '',
        lifecycle: system ? filledText(system, 'lifecycle') : '',
        control: control ? rowName(control) : '',
      };
      const message = system ? 'system' : control ? 'control' : 'draft';
      const place = onField(document.metadata, 'status');
      yield { at: place, message, data, severity: message === 'draft' ? 'information' : 'warning', final: true };
    }
  },
});
