// Gives the pages their language, and lets the viewer change it.

import { I18nProvider } from '@cloudscape-design/components/i18n';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { type Language, preferredLanguage, rememberLanguage } from './languages.ts';
import { type LoadedMessages, loadMessages } from './messages.ts';

type LanguageChoice = {
  language: Language;
  /** Answers false where the texts couldn't be loaded: then all stays as it was. */
  choose: (language: Language) => Promise<boolean>;
};
type Shown = { language: Language; messages: LoadedMessages };

const LanguageContext = createContext<LanguageChoice | null>(null);

/** Shows nothing until the texts are there. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | 'nothing' | null>(null);

  useEffect(() => {
    let isCurrent = true;
    // After a deployment a file may be missing: better English than nothing.
    void load(preferredLanguage())
      .then(async (loaded) => loaded ?? (await load('en')) ?? 'nothing')
      .then((loaded) => {
        if (isCurrent) setShown(loaded);
      });
    return () => {
      isCurrent = false;
    };
  }, []);

  const language = shown === null || shown === 'nothing' ? 'en' : shown.language;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      choose: async (wanted) => {
        const loaded = await load(wanted);
        if (loaded === null) return false;
        rememberLanguage(wanted);
        setShown(loaded);
        return true;
      },
    }),
    [language],
  );
  if (shown === null) return null;
  if (shown === 'nothing') return <NothingLoaded />;
  return (
    <LanguageContext value={choice}>
      <IntlProvider locale={shown.language} messages={shown.messages.own} timeZone={viewerTimeZone}>
        <I18nProvider locale={shown.language} messages={shown.messages.components}>
          {children}
        </I18nProvider>
      </IntlProvider>
    </LanguageContext>
  );
}

const viewerTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

async function load(language: Language): Promise<Shown | null> {
  try {
    return { language, messages: await loadMessages(language) };
  } catch {
    return null;
  }
}

/** In English, as there are no texts to say it in another language. */
function NothingLoaded() {
  return (
    <main>
      <h1>The console could not be loaded</h1>
      <p>Please check your connection and load this page anew.</p>
    </main>
  );
}

export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext);
  if (choice === null) throw new Error('useLanguage needs a LanguageProvider above it.');
  return choice;
}
