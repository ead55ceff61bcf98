// Where the console begins: configuration, sign-in, then the pages.

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@cloudscape-design/global-styles/index.css';
import './console.css';
import { App } from './app.tsx';
import { preferredLanguage } from './i18n/languages.ts';
import { applyTheme, preferredTheme } from './shell/theme.ts';
import { arrive } from './sign-in/arrive.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');

applyTheme(preferredTheme());
document.documentElement.lang = preferredLanguage();

// What the back button brings back from the browser's memory may be of a session that has ended since.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});

const arrival = await arrive();
// A page that is leaving for the sign-in page, or a pop-up that is done, has nothing to show.
if (arrival.kind !== 'leaving') {
  createRoot(root).render(
    <StrictMode>
      <App arrival={arrival} />
    </StrictMode>,
  );
}
