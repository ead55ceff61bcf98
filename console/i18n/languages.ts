// The languages that the console speaks, and which one a viewer gets.

export const languages = ['en', 'de', 'fr'] as const;
export type Language = (typeof languages)[number];

const memory = 'ridegate.language';

/** What the viewer chose; else the first of the browser's languages that there is; else English. */
export function preferredLanguage(
  chosen: string | null = localStorage.getItem(memory),
  spoken: readonly string[] = navigator.languages,
): Language {
  const wanted = [chosen ?? '', ...spoken].map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(memory, language);
}

function isLanguage(tag: string): tag is Language {
  return languages.some((language) => language === tag);
}
