import type { Session, WebContents } from 'electron';
import { previewUrl, windowOrigin } from './protocol.ts';

/** What a page of ours may load at all, whatever the content security policy says. */
export function mayLoad(url: string): boolean {
  if (url.startsWith(`${windowOrigin}/`)) return true;
  if (url.startsWith(`blob:${windowOrigin}/`)) return true;
  if (url.startsWith('data:image/')) return true;
  // Developer tools of a development run; a packaged program cannot open them.
  return url.startsWith('devtools://');
}

/** Refuses network, permissions, downloads and devices for everything shown in this session. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  );
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  // Registered once: a second listener would replace this one.
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }));
  // Should anything slip through all of that, it ends at a closed port of this computer.
  void session.setProxy({
    mode: 'fixed_servers',
    proxyRules: '127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
}

/** Keeps a window on its own page. */
export function guardContents(contents: WebContents): void {
  const refuse = (event: { preventDefault(): void }): void => event.preventDefault();
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', (event) => {
    // The one frame of ours loads once and never goes elsewhere.
    if (event.isMainFrame || event.url !== previewUrl) event.preventDefault();
  });
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
