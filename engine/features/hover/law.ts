import type { AiAct } from '../../catalogue/catalogue';
import type { Basis } from '../../workspace/ai-act-basis';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { paragraphs } from './markdown';

/** What articles of the AI Act and points of its Annex III cover. */
export function lawMarkdown(view: WorkspaceView, basis: Basis): string | undefined {
  const act = view.catalogue.aiAct;
  const parts = [
    ...basis.articles.map((article) => articleText(act, article)),
    ...basis.points.map((point) => pointText(act, point)),
    basis.annexIII && basis.points.length === 0 && basis.articles.length === 0
      ? '**AI Act, Annex III**\n\nUses that are high-risk in themselves, in eight areas from biometrics to justice. Name the point, such as Annex III 5(d).'
      : '',
    basis.annexI && basis.articles.length === 0
      ? '**AI Act, Annex I**\n\nProducts under Union law on product safety, such as medical devices and machinery: an AI system is high-risk where it is such a product or its safety component and a third party has to assess it.'
      : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : paragraphs(...parts, versionLine(act));
}

/** Which version of the Act is meant. */
export function versionLine(act: AiAct): string {
  const checked = act.lastChecked === '' ? '' : `, last checked ${act.lastChecked}`;
  return `*AI Act in the version of ${act.version.act}, as of ${act.version.asOf}${checked}. Our own summary, no legal advice.*`;
}

function articleText(act: AiAct, written: string): string {
  const number = /^\d+[a-z]?/.exec(written)?.[0] ?? '';
  const article = act.articles.find(({ id }) => id === written) ?? act.articles.find(({ id }) => id === number);
  if (!article) return '';
  const practice = act.prohibited.find(({ id }) => id === written);
  const transparency = act.transparency.find(({ id }) => id === written);
  return paragraphs(
    `**AI Act, Article ${written} · ${article.title}**`,
    practice?.meaning ?? (transparency ? `${transparency.duty} (${transparency.role})` : article.meaning),
    transparency ? `Applies from ${transparency.applies_from}.` : '',
  );
}

function pointText(act: AiAct, point: string): string {
  const uses = act.highRiskUses.filter(({ id }) => id === point || id.startsWith(`${point}(`));
  const [first] = uses;
  if (!first) return '';
  const meaning = uses.length === 1 ? first.meaning : uses.map(({ id, meaning }) => `- ${id} ${meaning}`).join('\n');
  return paragraphs(`**AI Act, Annex III ${point} · ${first.title}**`, meaning);
}
