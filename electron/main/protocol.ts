import { nativeTheme, protocol } from 'electron';
import type { Session } from 'electron';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFile } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { builtDir } from './places.ts';
import { interfaceLanguage } from './preferences.ts';

export const windowOrigin = 'app://vault';
export const windowUrl = `${windowOrigin}/index.html`;
export const pagesUrl = `${windowOrigin}/print.html`;
/** The frame in which an exported file is drawn beside the page. */
export const previewUrl = `${windowOrigin}/preview.html`;

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Before `ready`: makes app:// a proper origin; it never bypasses the policy below. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Styles need the nonce (the kit adds a style element); nothing else may come from anywhere but the built files. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'none'",
    "media-src 'none'",
    "object-src 'none'",
    `frame-src ${previewUrl}`,
    "worker-src 'none'",
    "manifest-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The frame's own policy: a drawn file brings styles in its text, which the window's policy refuses. Nothing of it can
 * run, load or be sent from there.
 */
const previewPolicy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  'img-src data:',
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${windowOrigin}`,
  'sandbox allow-same-origin',
].join('; ');

function builtFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || kinds[extname(entry.name)] === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, path).split(sep).join('/')}`, path);
  }
  return files;
}

/** The page with what its first frame needs: language, colours and the nonce. */
function fillPage(html: string, nonce: string): string {
  const scheme = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  return html
    .replace(/<html[^>]*>/, `<html lang="${interfaceLanguage()}" data-mantine-color-scheme="${scheme}">`)
    .replace(/<meta name="csp-nonce"[^>]*>/, `<meta name="csp-nonce" content="${nonce}" />`);
}

/**
 * Serves the built window, and only the files that were there at the start, to one session. The newer
 * `protocol.handle` speaks in fetch's classes, whose first use loads a whole HTTP client: a tenth of the start.
 */
export function serveWindow(session: Session): void {
  const files = builtFiles(join(builtDir(), 'renderer'));
  session.protocol.registerBufferProtocol('app', ({ url, method }, answer) => {
    const { origin, host, pathname } = new URL(url);
    const path = files.get(pathname);
    // Some URL parsers give a custom scheme an opaque origin: the host decides as well.
    const ours = host === 'vault' && (origin === windowOrigin || origin === 'null');
    if (!ours || path === undefined || method !== 'GET') {
      answer({ statusCode: 404, data: Buffer.alloc(0) });
      return;
    }
    readFile(path, (error, content) => {
      if (error !== null) {
        answer({ statusCode: 404, data: Buffer.alloc(0) });
        return;
      }
      const nonce = randomBytes(16).toString('base64');
      const isPage = extname(path) === '.html';
      answer({
        data: isPage ? Buffer.from(fillPage(content.toString('utf8'), nonce)) : content,
        headers: {
          'Content-Type': kinds[extname(path)] ?? 'application/octet-stream',
          'Content-Security-Policy':
            `${windowOrigin}${pathname}` === previewUrl ? previewPolicy : contentSecurityPolicy(nonce),
          'X-Content-Type-Options': 'nosniff',
          'Cache-Control': 'no-store',
        },
      });
    });
  });
}
