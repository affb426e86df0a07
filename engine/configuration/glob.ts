/** Makes a test for a path glob: `**` any folders, `*` and `?` within a name, `{a,b}` either. */
export function compileGlob(glob: string): (path: string) => boolean {
  let source = '';
  let depth = 0;
  const text = glob.replace(/^\.?\//, '');
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (text.startsWith('**/', at)) {
      source += '(?:[^/]+/)*';
      at += 2;
    } else if (text.startsWith('**', at)) {
      source += '.*';
      at += 1;
    } else if (character === '*') source += '[^/]*';
    else if (character === '?') source += '[^/]';
    else if (character === '{') {
      source += '(?:';
      depth++;
    } else if (character === '}' && depth > 0) {
      source += ')';
      depth--;
    } else if (character === ',' && depth > 0) source += '|';
    else source += character.replace(/[.+^$()|[\]\\{}]/g, '\\$&');
  }
  source += ')'.repeat(depth);
  const pattern = new RegExp(`^${source}${glob.endsWith('/') ? '.*' : ''}$`, 'u');
  return (path) => pattern.test(path);
}
