// The texts of each language, loaded when somebody wants to read it.

import type { I18nProviderProps } from '@cloudscape-design/components/i18n';
import type { Messages } from '../messages/en/index.ts';
import type { Language } from './languages.ts';

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
  }
}

/** Our own texts, and those that Cloudscape's components bring. */
export type LoadedMessages = { own: Messages; components: readonly I18nProviderProps.Messages[] };

const loaders: Record<Language, () => Promise<LoadedMessages>> = {
  en: async () => ({
    own: (await import('../messages/en/index.ts')).en,
    components: [(await import('@cloudscape-design/components/i18n/messages/all.en')).default],
  }),
  de: async () => ({
    own: (await import('../messages/de/index.ts')).de,
    components: [(await import('@cloudscape-design/components/i18n/messages/all.de')).default],
  }),
  fr: async () => ({
    own: (await import('../messages/fr/index.ts')).fr,
    components: [(await import('@cloudscape-design/components/i18n/messages/all.fr')).default],
  }),
};

export function loadMessages(language: Language): Promise<LoadedMessages> {
  return loaders[language]();
}
