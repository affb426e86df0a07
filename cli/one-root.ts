import { type LoadedRoot, load } from './load';
import type { Output } from './output';

/** The one management system of a folder. Throws where there are several; undefined where there is none, which is said. */
export async function loadOneRoot(
  asked: { readonly folder: string; readonly today: string; readonly at?: string | undefined },
  output: Output,
): Promise<LoadedRoot | undefined> {
  const { roots, present } = await load(asked, output);
  if (roots.length > 1) {
    const names = roots.map(({ prefix }) => prefix.replace(/\/$/, '') || '.');
    throw new Error(
      `There are ${roots.length} management systems below "${asked.folder}": ${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}. Name one of them.`,
    );
  }
  return present ? roots[0] : undefined;
}
