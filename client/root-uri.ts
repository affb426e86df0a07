import { Uri } from 'vscode';

/** The URI of a folder that the server names without a slash at the end; of `scheme://name` the path must not be empty. */
export function rootUri(root: string): Uri {
  const uri = Uri.parse(root, true);
  return uri.path === '' ? uri.with({ path: '/' }) : uri;
}

/** The path of a document below a root, or undefined where it lies elsewhere. */
export function pathBelow(root: string, uri: Uri): string | undefined {
  const folder = rootUri(root);
  const sameHost = folder.scheme === uri.scheme && folder.authority.toLowerCase() === uri.authority.toLowerCase();
  const start = `${folder.path.replace(/\/$/, '')}/`;
  return sameHost && uri.path.startsWith(start) ? uri.path.slice(start.length) : undefined;
}
