// The frame of every page: header, navigation, messages, and the dialog that a session's end needs.

import AppLayoutToolbar from '@cloudscape-design/components/app-layout-toolbar';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Outlet, ScrollRestoration, useMatch } from 'react-router';
import { useTranslations } from 'use-intl';
import { useHasEnded, useSession } from '../api/api-provider.tsx';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { Navigation } from './navigation.tsx';
import { NoticeBar } from './notices.tsx';
import { ShellHeader } from './shell-header.tsx';

const loadSessionEndedDialog = () => import('./session-ended-dialog.tsx');
const SessionEndedDialog = lazy(async () => ({
  default: (await loadSessionEndedDialog()).SessionEndedDialog,
}));

/** Where there is room for the navigation beside the page. */
const wide = matchMedia('(min-width: 1000px)');

export function Shell() {
  const t = useTranslations('shell');
  const session = useSession();
  const { role, subaccountId: own } = session.person;
  const inAddress = useMatch('/subaccounts/:subaccountId/*')?.params.subaccountId;
  // An operator has one alone, whatever the address says.
  const subaccountId = role === 'operator' ? own : (inAddress ?? own);
  const hasEnded = useHasEnded();
  // After the first page, but before it is needed: then there may be no connection.
  useEffect(() => void loadSessionEndedDialog(), []);
  const [isNavigationOpen, setNavigationOpen] = useState(() => wide.matches);
  // A window that grows shows its pages again, one that shrinks its content.
  useEffect(() => {
    const follow = (): void => setNavigationOpen(wide.matches);
    wide.addEventListener('change', follow);
    return () => wide.removeEventListener('change', follow);
  }, []);
  return (
    <>
      <div id="console-header" className="console-header">
        <ShellHeader subaccountId={subaccountId} />
      </div>
      <AppLayoutToolbar
        headerSelector="#console-header"
        navigation={
          <Navigation
            subaccountId={subaccountId}
            onChosen={() => {
              if (!wide.matches) setNavigationOpen(false);
            }}
          />
        }
        navigationOpen={isNavigationOpen}
        onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
        navigationWidth={240}
        breadcrumbs={<Breadcrumbs />}
        notifications={<NoticeBar />}
        stickyNotifications
        toolsHide
        content={<Outlet />}
        ariaLabels={{
          navigation: t('navigation'),
          navigationToggle: t('openNavigation'),
          navigationClose: t('closeNavigation'),
          notifications: t('notifications'),
        }}
      />
      {/* A new page begins at its top; going back leads to where one was. */}
      <ScrollRestoration />
      {hasEnded && (
        <Suspense>
          <SessionEndedDialog />
        </Suspense>
      )}
    </>
  );
}
