// Light or dark: as the system says, or as the viewer chose.

import { applyMode, Mode } from '@cloudscape-design/global-styles';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const memory = 'ridegate.theme';
const systemIsDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

export function preferredTheme(): Theme {
  const chosen = localStorage.getItem(memory);
  return themes.find((theme) => theme === chosen) ?? 'system';
}

export function rememberTheme(theme: Theme): void {
  localStorage.setItem(memory, theme);
}

/** Applies a theme, and with `system` follows the system from then on. */
export function applyTheme(theme: Theme): void {
  const system = systemIsDark();
  const isDark = theme === 'dark' || (theme === 'system' && system.matches);
  applyMode(isDark ? Mode.Dark : Mode.Light);
  document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
  system.onchange = () => {
    if (preferredTheme() === 'system') applyTheme('system');
  };
}
