// A window of the real VS Code and what a person does in it. Waits for what is seen, never for time to pass.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { smallPng } from './small-png.mjs';

/** The themes that the pictures are made in. */
export const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern', contrast: 'Default High Contrast' };

/** What makes VS Code take a theme while it runs: it follows the colours of the system (editor-server.mjs). */
const MEDIA = {
  [THEMES.light]: { colorScheme: 'light', forcedColors: 'none' },
  [THEMES.dark]: { colorScheme: 'dark', forcedColors: 'none' },
  [THEMES.contrast]: { colorScheme: 'dark', forcedColors: 'active' },
};
const KIND_OF_THEME = { [THEMES.light]: 'vs', [THEMES.dark]: 'vs-dark', [THEMES.contrast]: 'hc-black' };

export class Window {
  /** The page of playwright, for everything that has no method here. */
  page;
  /** The folder that is open: a copy, on disk. */
  folder;
  #pictures;
  #inEveryTheme;

  constructor(page, folder, { pictures, inEveryTheme }) {
    this.page = page;
    this.folder = folder;
    this.#pictures = pictures;
    this.#inEveryTheme = inEveryTheme;
  }

  /** Keeps the page drawn: without somebody who looks, the browser stops drawing it after a while. */
  async keepDrawn() {
    const session = await this.page.context().newCDPSession(this.page);
    session.on('Page.screencastFrame', ({ sessionId }) =>
      session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined),
    );
    await session.send('Page.startScreencast', { format: 'jpeg', quality: 1, maxWidth: 64, maxHeight: 40 });
  }

  /** Waits until the window is drawn, in its theme, with its folder in the explorer. */
  async ready(theme) {
    await this.page.locator('.monaco-workbench .part.editor').waitFor();
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
    await this.takeTheme(theme);
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /** Puts a window that a test has used in order for the next one: no editor, no panel, the explorer, nothing typed. */
  async reset() {
    // A page behind another is not drawn.
    await this.page.bringToFront();
    for (let times = 0; times < 3; times++) await this.page.keyboard.press('Escape');
    const tabs = this.page.locator('.editor-group-container .tab');
    for (let left = await tabs.count(); left > 0; left--) {
      await this.runCommand('View: Revert and Close Editor');
      await tabs.nth(left - 1).waitFor({ state: 'detached' });
    }
    const panel = this.page.locator('.part.panel');
    if (await panel.isVisible()) {
      if (await this.page.locator('.markers-panel').isVisible()) await this.filterProblems('');
      await this.page.keyboard.press('Control+J');
      await panel.waitFor({ state: 'hidden' });
    }
    const explorer = this.page.locator('.explorer-folders-view');
    if (!(await explorer.isVisible())) await this.showView('Explorer');
    await explorer.waitFor();
  }

  /**
   * Opens the box of the command palette and its like by key, and types `text`; `ready` waits for what it then shows. What
   * still loads takes the focus, and with it the box, as it does for a person, who then opens it again.
   */
  async #type(key, text, ready = async () => undefined) {
    const input = this.page.locator('.quick-input-widget:visible input[type=text]').first();
    for (let left = 5; ; left--) {
      try {
        // Keys typed before the box is there would go into the document.
        if (!(await input.isVisible())) await this.page.keyboard.press(key);
        await input.fill(text, { timeout: 5_000 });
        await ready({ timeout: 5_000 });
        return await this.page.keyboard.press('Enter');
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  }

  /** Opens the command palette or quick open, by key, with `text` in it, and takes the row that is labelled `row`. */
  async #quickInput(key, text, row) {
    const focused = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row });
    await this.#type(key, text, (limit) => focused.waitFor(limit));
  }

  /** Runs a command by its title in the palette, such as `AIMS: Show coverage`. */
  async runCommand(title) {
    await this.#quickInput('F1', `>${title}`, title);
  }

  /** In a list that asks for a choice with these words in its empty box, takes the row with this text. */
  async choose(asked, text) {
    await this.page.locator('.quick-input-widget:visible').getByPlaceholder(asked).fill(text);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Answers a box that asks for text, and says so with these words: the palette that led to it uses the same box. */
  async answer(asked, text) {
    const widget = this.page.locator('.quick-input-widget:visible').filter({ hasText: asked });
    await widget.locator('input[type=text]').first().fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Opens a file of the folder, by its path, in an editor that has the focus. */
  async openFile(path) {
    await this.#quickInput('Control+P', path, basename(path));
    await this.page.locator('.tab.active', { hasText: basename(path) }).waitFor();
    await this.editor().waitFor();
  }

  /** The active text editor. */
  editor() {
    return this.page.locator('.editor-group-container.active .monaco-editor .view-lines').first();
  }

  /** Puts the cursor at a line and column, both from 1. */
  async goTo(line, column = 1) {
    await this.#type('Control+G', `:${line}:${column}`);
    await this.page.locator('.part.statusbar', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Opens the Problems panel. */
  async showProblems() {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.page.keyboard.press('Control+Shift+M');
    await panel.waitFor();
    return panel;
  }

  /** Lists only those problems that have this text, in their message or in the name of their file. */
  async filterProblems(text) {
    const field = '.panel :is(input, textarea)[placeholder^="Filter"]';
    await this.page.locator(field).first().fill(text);
  }

  /** Opens a view container by its name in the activity bar; again where a view that was still opening came in between. */
  async showView(name) {
    const view = this.page.locator('.part.sidebar', { hasText: name });
    for (let left = 5; ; left--) {
      await this.page.locator(`.activitybar .action-label[aria-label^="${name}"]`).first().click();
      try {
        return await view.waitFor({ timeout: 5_000 });
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  }

  /** Puts the cursor behind the first place where a text stands in a file of the folder, as it lies on disk. */
  async goToText(path, text, after = '') {
    const content = readFileSync(join(this.folder, path), 'utf8');
    const start = content.indexOf(text, content.indexOf(after));
    if (start < 0) throw new Error(`${path} has no "${text}"`);
    const lines = content.slice(0, start + text.length).split('\n');
    await this.goTo(lines.length, lines.at(-1).length + 1);
  }

  /** Shows what the hover at the cursor says, by key, and returns its widget. */
  async hoverAtCursor() {
    await this.page.keyboard.press('Control+K');
    await this.page.keyboard.press('Control+I');
    const hover = this.page.locator('.monaco-resizable-hover .monaco-hover:visible').first();
    await hover.waitFor();
    return hover;
  }

  /** Opens the list of completions by key, and returns it. */
  async complete() {
    await this.page.keyboard.press('Control+Space');
    const list = this.page.locator('.suggest-widget.visible');
    await list.locator('.monaco-list-row.focused').waitFor();
    return list;
  }

  /** Opens the menu of quick fixes by key, waits for an entry, and returns what takes it. */
  async quickFix(title) {
    await this.page.keyboard.press('Control+.');
    const rows = this.page.locator('.action-widget .monaco-list-row');
    await rows.filter({ hasText: title }).waitFor();
    return async () => {
      const wanted = rows.and(this.page.locator('.focused')).filter({ hasText: title });
      for (let step = await rows.count(); step > 0 && !(await wanted.count()); step--) {
        await this.page.keyboard.press('ArrowDown');
      }
      await wanted.waitFor();
      await this.page.keyboard.press('Enter');
    };
  }

  /** Takes another theme, and leaves everything else as it is. */
  async takeTheme(theme) {
    await this.page.emulateMedia(MEDIA[theme]);
    await this.page.locator(`.monaco-workbench.${KIND_OF_THEME[theme]}`).waitFor();
  }

  /** Takes a picture of the window as it is; where pictures are renewed in every theme, `name-light` to `name-contrast`. */
  async pictures(name) {
    // What the mouse lies on shows a tip of its own.
    await this.page.mouse.move(1000, 52);
    if (!this.#inEveryTheme) return this.screenshot(`${name}-light`);
    for (const [look, theme] of Object.entries(THEMES)) {
      await this.takeTheme(theme);
      const path = await this.screenshot(`${name}-${look}`);
      writeFileSync(path, smallPng(readFileSync(path)));
    }
    await this.takeTheme(THEMES.light);
  }

  /** Makes the side bar wider, or narrower, by its border. */
  async widenSidebar(width) {
    const { x, width: before } = await this.page.locator('.part.sidebar').boundingBox();
    await this.page.mouse.move(x + before, 400);
    await this.page.mouse.down();
    await this.page.mouse.move(x + width, 400, { steps: 3 });
    await this.page.mouse.up();
  }

  /** Takes a picture of the window, or of a part of it (`clip`). */
  async screenshot(name, options = {}) {
    mkdirSync(this.#pictures, { recursive: true });
    const path = join(this.#pictures, `${name}.png`);
    await this.page.screenshot({ path, animations: 'disabled', caret: 'hide', ...options });
    return path;
  }

  async close() {
    await this.page.close();
  }
}
