import type { NewOffer } from '../features/new-subject';
import type { Paint } from './check-text';
import { harmlessLine } from './harmless-text';

/** `aims new --list`: what can be made, by group, with the name to ask for it. */
export function newListText(offers: readonly NewOffer[], paint: Paint): string {
  const width = Math.max(0, ...offers.map(({ name }) => name.length));
  const lines: string[] = [];
  let group = '';
  for (const offer of offers) {
    if (offer.group !== group) lines.push(`${lines.length > 0 ? '\n' : ''}${paint(offer.group, 'bold')}`);
    group = offer.group;
    const words = [offer.title, offer.description].filter((part) => part !== '').join(': ');
    lines.push(harmlessLine(`  ${offer.name.padEnd(width)}  ${words}`));
  }
  return `${lines.join('\n')}\n`;
}
