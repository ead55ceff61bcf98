// The bar on top: where one is, language, appearance, and the way out.

import TopNavigation, { type TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslations } from 'use-intl';
import { useSession } from '../api/api-provider.tsx';
import { languages } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/language-provider.tsx';
import { useNotice } from './notices.tsx';
import { applyTheme, preferredTheme, rememberTheme, themes } from './theme.ts';

/** Each in its own words, so that whoever chose a wrong one finds back. */
const languageNames = { en: 'English', de: 'Deutsch', fr: 'Français' } as const;

export function ShellHeader({ subaccountId }: { subaccountId: string | null }) {
  const t = useTranslations('shell');
  const session = useSession();
  const navigate = useNavigate();
  const appearance = useAppearanceMenu();
  const language = useLanguageMenu();
  const account: TopNavigationProps.MenuDropdownUtility = {
    type: 'menu-dropdown',
    iconName: 'user-profile',
    text: session.person.id,
    ariaLabel: t('account', { person: session.person.id }),
    description:
      session.person.role === 'admin' ? t('admin') : t('operatorOf', { subaccount: subaccountId ?? '' }),
    items: [{ id: 'sign-out', text: t('signOut') }],
    onItemClick: () => void session.signOut(),
  };
  return (
    <TopNavigation
      identity={{
        href: '/',
        title: subaccountId === null ? t('product') : `${t('product')} · ${subaccountId}`,
        onFollow: (event) => {
          event.preventDefault();
          void navigate('/');
        },
      }}
      utilities={[language, appearance, account]}
    />
  );
}

function useLanguageMenu(): TopNavigationProps.MenuDropdownUtility {
  const t = useTranslations('shell');
  const { language, choose } = useLanguage();
  const notify = useNotice();
  return {
    type: 'menu-dropdown',
    text: languageNames[language],
    ariaLabel: t('language', { language: languageNames[language] }),
    items: languages.map((id) => ({ id, text: languageNames[id] })),
    onItemClick: ({ detail }) => {
      const chosen = languages.find((id) => id === detail.id);
      if (chosen === undefined) return;
      void choose(chosen).then((isThere) => {
        if (!isThere)
          notify({ type: 'error', text: t('languageMissing', { language: languageNames[chosen] }) });
      });
    },
  };
}

function useAppearanceMenu(): TopNavigationProps.MenuDropdownUtility {
  const t = useTranslations('shell');
  const [theme, setTheme] = useState(preferredTheme);
  return {
    type: 'menu-dropdown',
    iconName: 'settings',
    text: t('appearance'),
    ariaLabel: t('appearance'),
    items: themes.map((id) => ({ id, text: t(`theme.${id}`), itemType: 'checkbox', checked: id === theme })),
    onItemClick: ({ detail }) => {
      const chosen = themes.find((id) => id === detail.id);
      if (chosen === undefined) return;
      rememberTheme(chosen);
      applyTheme(chosen);
      setTheme(chosen);
    },
  };
}
