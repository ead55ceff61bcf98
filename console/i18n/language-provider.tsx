// Gives the pages their language, and lets the viewer change it.

import { I18nProvider } from '@cloudscape-design/components/i18n';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { type Language, preferredLanguage, rememberLanguage } from './languages.ts';
import { type LoadedMessages, loadMessages } from './messages.ts';

type LanguageChoice = { language: Language; choose: (language: Language) => void };

const LanguageContext = createContext<LanguageChoice | null>(null);

/** Shows nothing until the texts are there; keeps the old language while another one is loading. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState<Language>(preferredLanguage);
  const [shown, setShown] = useState<{ language: Language; messages: LoadedMessages } | null>(null);

  useEffect(() => {
    let isCurrent = true;
    void loadMessages(wanted).then((messages) => {
      if (!isCurrent) return;
      document.documentElement.lang = wanted;
      setShown({ language: wanted, messages });
    });
    return () => {
      isCurrent = false;
    };
  }, [wanted]);

  const choice = useMemo(
    () => ({
      language: shown?.language ?? wanted,
      choose: (language: Language) => {
        rememberLanguage(language);
        setWanted(language);
      },
    }),
    [shown, wanted],
  );
  if (shown === null) return null;
  const { language, messages } = shown;
  return (
    <LanguageContext value={choice}>
      <IntlProvider locale={language} messages={messages.own} timeZone={viewerTimeZone}>
        <I18nProvider locale={language} messages={messages.components}>
          {children}
        </I18nProvider>
      </IntlProvider>
    </LanguageContext>
  );
}

const viewerTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext);
  if (choice === null) throw new Error('useLanguage needs a LanguageProvider above it.');
  return choice;
}
