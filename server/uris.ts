/** The URI of a root-relative path. `root` is a folder URI without a slash at the end. */
export function uriOf(root: string, path: string): string {
  return `${root}/${path.split('/').map(encodeSegment).join('/')}`;
}

/** The root-relative path of a URI, or undefined where it does not lie below the root. */
export function pathOf(root: string, uri: string): string | undefined {
  if (!uri.startsWith(`${root}/`)) return undefined;
  try {
    return uri
      .slice(root.length + 1)
      .split('/')
      .map(decodeURIComponent)
      .join('/');
  } catch {
    return undefined;
  }
}

/** One form for URIs that mean the same file: editors differ in what they percent-encode. */
export function normalUri(uri: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)(\/[^?#]*)?/i.exec(uri);
  if (!match) return uri;
  const [, scheme = '', authority = '', path = ''] = match;
  const segments = path.split('/').map((segment) => {
    try {
      return encodeSegment(decodeURIComponent(segment));
    } catch {
      return segment;
    }
  });
  const drive = segments[1]?.replace(/^([A-Za-z])(?::|%3A)$/, (_, letter: string) => `${letter.toLowerCase()}%3A`);
  if (drive !== undefined) segments[1] = drive;
  return `${scheme.toLowerCase()}://${authority}${segments.join('/')}`.replace(/\/$/, '');
}

/** The URI of an absolute path, also of one with a drive and backslashes. */
export function fileUri(path: string): string {
  const slashes = path.replace(/\\/g, '/');
  return `file://${slashes.startsWith('/') ? '' : '/'}${slashes.split('/').map(encodeSegment).join('/')}`;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The folder a URI lies in. */
export function parentUri(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}
