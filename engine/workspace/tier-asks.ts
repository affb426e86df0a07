import type { SectionDefinition } from '../kinds/kind';
import type { DocumentRecord, Row } from '../kinds/record';
import { ofRoute, readBasis } from './ai-act-basis';
import { filledText, isFilled, valueOf, valuesOf } from './names';
import type { WorkspaceView } from './workspace-view';

/** A section of an assessment that is still to be written, with the articles of the AI Act that make it matter. */
export interface OpenAnswer {
  readonly section: SectionDefinition;
  readonly articles: readonly string[];
}

/** What the tier of a system asks of an assessment that does not answer it yet. */
export interface TierAsks {
  readonly tier: string;
  /** The roles of the Act from which it follows. */
  readonly roles: readonly string[];
  readonly open: readonly OpenAnswer[];
  /** The days from which the duties apply, each once, the first one first. */
  readonly dates: readonly string[];
}

interface Asked {
  readonly role: string;
  readonly articles: readonly string[];
  readonly sections: readonly string[];
  readonly from: string;
}

/**
 * The duties of the AI Act whose answer belongs in a section that is missing, empty or still a template. Undefined where
 * none is open, where no person has decided the tier, or where the document could not be read in full.
 */
export function tierAsks(view: WorkspaceView, assessment: DocumentRecord, system: Row): TierAsks | undefined {
  const tier = valueOf(system, 'ai_act.tier');
  const decided = isFilled(system, 'ai_act.decided_by') && isFilled(system, 'ai_act.decided_on');
  if (!decided || !['prohibited', 'high', 'limited'].includes(tier)) return undefined;
  if (assessment.language !== 'markdown' || !assessment.complete) return undefined;
  const answered = new Set(
    assessment.sections.flatMap(({ expected, content }) =>
      expected !== undefined && content === 'filled' ? [expected] : [],
    ),
  );
  const asked = askedOf(view, system, tier).filter(({ sections }) => sections.some((id) => !answered.has(id)));
  const open = assessment.kind.sections.flatMap((section): OpenAnswer[] => {
    const articles = asked.filter(({ sections }) => sections.includes(section.id)).flatMap((each) => each.articles);
    return articles.length === 0 || answered.has(section.id) ? [] : [{ section, articles: inOrder(articles) }];
  });
  if (open.length === 0) return undefined;
  const roles = [...new Set(asked.map(({ role }) => role))];
  return { tier, roles, open, dates: [...new Set(asked.map(({ from }) => from))].sort() };
}

/** The duties of a system's tier for each role, and those of Article 50 that are named for it. */
function askedOf(view: WorkspaceView, system: Row, tier: string): Asked[] {
  const act = view.catalogue.aiAct;
  const basis = readBasis(filledText(system, 'ai_act.basis'));
  // Drafts of the Act called the deployer a user.
  const roles = [...new Set(valuesOf(system, 'roles').map((role) => (role === 'user' ? 'deployer' : role)))];
  const points = valuesOf(system, 'ai_act.transparency').map((point) => point.replace(/\s/g, ''));
  const transparency = act.transparency.filter(({ id }) => points.some((point) => point.includes(id)));
  // Once somebody has said which points of Article 50 apply, the question which ones do is answered.
  const duties = tier === 'limited' && transparency.length > 0 ? [] : act.duties;
  return roles.flatMap((role) => {
    const named = transparency.filter((duty) => duty.role === role).map((duty) => asAsked(role, [duty.id], duty));
    const own = ofRoute(
      duties.filter((duty) => duty.tier === tier && duty.role === role),
      basis,
    ).map((duty) => asAsked(role, duty.articles, duty));
    return [...own, ...named].filter(({ sections }) => sections.length > 0);
  });
}

function asAsked(
  role: string,
  articles: readonly string[],
  duty: { readonly answered_in?: readonly string[]; readonly applies_from: string },
): Asked {
  return { role, articles, sections: duty.answered_in ?? [], from: duty.applies_from };
}

/** Articles once each, in the order of the Act: 26(2) before 26(11). */
function inOrder(articles: readonly string[]): string[] {
  return [...new Set(articles)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** What is open in one sentence's words: `human oversight (Article 26(2)), transparency (Articles 13 and 26(11))`. */
export function openWords(open: readonly OpenAnswer[]): string[] {
  return open.map(({ section, articles }) => {
    const [last = '', ...before] = [...articles].reverse();
    const numbers = before.length === 0 ? `Article ${last}` : `Articles ${before.reverse().join(', ')} and ${last}`;
    return `${section.title.charAt(0).toLowerCase()}${section.title.slice(1)} (${numbers})`;
  });
}
