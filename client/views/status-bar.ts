import { type Disposable, l10n, MarkdownString, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import type { RootCoverage } from '../../server/protocol';
import type { CoverageStore } from '../coverage-store';

type Counts = RootCoverage['tree']['counts'];

const NO_COUNTS: Counts = {
  errors: 0,
  warnings: 0,
  openControls: 0,
  controls: 0,
  openSystems: 0,
  systems: 0,
  reviewsDue: 0,
};

const add = (one: Counts, other: Counts): Counts => ({
  errors: one.errors + other.errors,
  warnings: one.warnings + other.warnings,
  openControls: one.openControls + other.openControls,
  controls: one.controls + other.controls,
  openSystems: one.openSystems + other.openSystems,
  systems: one.systems + other.systems,
  reviewsDue: one.reviewsDue + other.reviewsDue,
});

/** One short item with counts, where there is a management system. */
export class StatusBar implements Disposable {
  readonly #store: CoverageStore;
  readonly #item: StatusBarItem;
  readonly #listener: Disposable;

  constructor(store: CoverageStore) {
    this.#store = store;
    this.#item = window.createStatusBarItem('aims.status', StatusBarAlignment.Left, 10);
    this.#item.name = l10n.t('AIMS coverage');
    this.#item.command = 'aims.showCoverage';
    this.#listener = store.onDidChange(() => this.#draw());
    this.#draw();
  }

  /** The text as it is shown; empty where the item is hidden. */
  get text(): string {
    return this.#store.state === 'ready' ? this.#item.text : '';
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
  }

  #draw(): void {
    const { roots, state } = this.#store;
    if (state !== 'ready') {
      this.#item.hide();
      return;
    }
    const counts = roots.map(({ tree }) => tree.counts).reduce(add, NO_COUNTS);
    const text = summary(counts);
    const lines = details(counts);
    const foot = roots[0]?.tree.foot ?? '';
    this.#item.text = `$(shield) AIMS ${text}`;
    this.#item.tooltip = new MarkdownString().appendText([...lines, foot].filter(Boolean).join('\n'));
    this.#item.accessibilityInformation = { label: `AIMS: ${[text, ...lines].join(', ')}`, role: 'button' };
    this.#item.show();
  }
}

function summary({ errors, openControls, openSystems }: Counts): string {
  const open = openControls + openSystems;
  const parts: string[] = [];
  if (errors === 1) parts.push(l10n.t('1 error'));
  if (errors > 1) parts.push(l10n.t('{0} errors', errors));
  parts.push(open === 0 ? l10n.t('nothing open') : l10n.t('{0} open', open));
  return parts.join(' · ');
}

function details(counts: Counts): string[] {
  const { errors, warnings, openControls, controls, openSystems, systems, reviewsDue } = counts;
  return [
    l10n.t('Errors: {0}, warnings: {1}', errors, warnings),
    l10n.t('Controls that ask for something: {0} of {1}', openControls, controls),
    l10n.t('AI systems without a current assessment where one is due: {0} of {1}', openSystems, systems),
    l10n.t('Reviews due: {0}', reviewsDue),
  ];
}
