/** HTML whose every value is escaped, and the frame that all pages share. */

/** Markup that needs no more escaping. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Tagged template: text is escaped, markup and lists of it are kept. */
export function html(strings: TemplateStringsArray, ...values: (string | Html | readonly Html[])[]): Html {
  const parts = values.map((value, index) => toText(value) + (strings[index + 1] ?? ''));
  return new Html((strings[0] ?? '') + parts.join(''));
}

function toText(value: string | Html | readonly Html[]): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'string') return escape(value);
  return value.map(({ text }) => text).join('');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}

/** A whole page. With `nextUrl` it goes there after a second, without a script. */
export function page(title: string, content: Html, nextUrl?: string): string {
  const refresh =
    nextUrl === undefined ? html`` : html`<meta http-equiv="refresh" content="1; url=${nextUrl}" />`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        ${refresh}
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <p class="banner"><strong>Test mode</strong> Stripe Identity simulator. Nobody is really verified.</p>
        <main>${content}</main>
      </body>
    </html>`.text;
}

const STYLE = new Html(`
:root { color-scheme: light; --ink: #1a1f36; --soft: #4f566b; --line: #c9d0dc; --accent: #4b45c6; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: #f5f7fa; color: var(--ink);
  font: 16px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.banner { margin: 0; padding: 10px 16px; background: #fff1c9; color: #5b3a00; font-size: 14px; text-align: center; }
.banner strong { margin-right: 6px; padding: 2px 8px; border-radius: 4px; background: #5b3a00; color: #fff; font-size: 12px; }
main { max-width: 440px; margin: 24px auto; padding: 28px 24px; background: #fff; border-radius: 14px;
  box-shadow: 0 7px 14px rgba(60, 66, 87, .08), 0 3px 6px rgba(0, 0, 0, .06); }
.mark { display: block; width: 48px; height: 48px; margin-bottom: 16px; }
h1 { margin: 0 0 8px; font-size: 24px; line-height: 1.25; letter-spacing: -.01em; }
p { margin: 0 0 16px; color: var(--soft); }
fieldset { margin: 0 0 20px; padding: 0; border: 0; }
legend { padding: 0; margin-bottom: 8px; font-weight: 600; }
label { display: block; margin-bottom: 12px; font-size: 14px; font-weight: 500; color: var(--soft); }
input, select { display: block; width: 100%; min-height: 46px; margin-top: 4px; padding: 9px 12px; color: var(--ink);
  background: #fff; border: 1px solid #8792a2; border-radius: 8px; font: inherit; font-size: 16px; font-weight: 400; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
button { display: block; width: 100%; min-height: 48px; padding: 10px 16px; border: 1px solid transparent; border-radius: 8px;
  background: var(--accent); color: #fff; font: inherit; font-weight: 600; cursor: pointer; }
button:hover { background: #3a35a3; }
.quiet { margin-top: 8px; background: #fff; color: var(--ink); border-color: var(--line); font-weight: 500; }
.quiet:hover { background: #f0f2f6; }
input:focus-visible, select:focus-visible, button:focus-visible { outline: 3px solid #9a95ff; outline-offset: 2px; }
.others { margin-top: 20px; padding-top: 16px; border-top: 1px solid #e3e8ee; }
.asks { margin: 0 0 20px; padding: 0; list-style: none; color: var(--soft); font-size: 14px; }
.asks li { position: relative; padding-left: 24px; }
.asks li::before { content: ""; position: absolute; left: 4px; top: 4px; width: 6px; height: 11px; transform: rotate(45deg);
  border: solid #147a3d; border-width: 0 2px 2px 0; }
.fault { padding: 12px; border-radius: 8px; background: #fde8e8; color: #8a1020; }
.spinner { width: 44px; height: 44px; margin: 8px 0 20px; border: 4px solid #e3e8ee; border-top-color: var(--accent);
  border-radius: 50%; animation: turn 1s linear infinite; }
.small { margin: 20px 0 0; font-size: 13px; }
@keyframes turn { to { transform: rotate(360deg); } }
@media (prefers-reduced-motion: reduce) { .spinner { animation: none; } }
@media (max-width: 480px) { main { margin: 0; border-radius: 0; box-shadow: none; min-height: calc(100vh - 42px); } }
`);
