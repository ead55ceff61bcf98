// The page on which one chooses whom to be in the console: plain HTML without a script, under a policy of its own.
import { createHash } from 'node:crypto';
import { demoPeople, type DemoPerson } from '../../seed/demo-operators.ts';
import { Html, html } from '../../stripe-simulator/hosted-page/html.ts';

const style = `
:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: light-dark(#f3f5f8, #10151c); color: light-dark(#16202c, #e9eef4);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 26rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.25; }
p { margin: 0 0 1.5rem; }
ul { margin: 0; padding: 0; list-style: none; }
li { margin-bottom: .75rem; }
button { display: block; width: 100%; min-height: 3.5rem; padding: .6rem 1rem; text-align: left; font: inherit; cursor: pointer;
  color: inherit; background: light-dark(#fff, #1a222d); border: 1px solid light-dark(#6b7a8c, #7d8ea3); border-radius: .5rem; }
button:hover { border-color: light-dark(#0a5ac2, #6cb2ff); }
button:focus-visible { outline: 3px solid light-dark(#0a5ac2, #6cb2ff); outline-offset: 2px; }
strong { display: block; }
`;

const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/**
 * Headers of the issuer's pages.
 * @param formTargets origins that the form may lead to: Chrome holds redirects of a form against the policy too
 */
export function pageHeaders(formTargets: readonly string[]): Readonly<Record<string, string>> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      `default-src 'none'; style-src ${styleSource}; form-action 'self' ${formTargets.join(' ')}; ` +
      "frame-ancestors 'none'; base-uri 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
}

/** @param action where the choice is sent, with the question in its query */
export function chooserPage(action: string): string {
  const choices = demoPeople.map(
    (person) =>
      html`<li>
        <button name="person" value="${person.id}"><strong>${person.name}</strong> ${roleOf(person)}</button>
      </li>`,
  );
  return frame(
    'Choose a demo operator',
    html`<p>
        Sign in to the RideGate console of this run. There are no passwords: everybody here is made up.
      </p>
      <form method="post" action="${action}">
        <ul>
          ${choices}
        </ul>
      </form>`,
  );
}

/** A page that says what is wrong. */
export function messagePage(title: string, message: string): string {
  return frame(title, html`<p>${message}</p>`);
}

function roleOf({ subaccountId }: DemoPerson): string {
  return subaccountId === undefined ? 'Admin of all subaccounts' : `Operator of ${subaccountId}`;
}

function frame(title: string, content: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - RideGate</title>
        ${new Html(`<style>${style}</style>`)}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`.text;
}
