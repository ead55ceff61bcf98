// The whole console: language, sign-in, data, and the pages by their addresses.

import { useState } from 'react';
import { createBrowserRouter, Navigate, RouterProvider } from 'react-router';
import { ApiProvider, useSession } from './api/api-provider.tsx';
import { LanguageProvider } from './i18n/language-provider.tsx';
import { customersPath } from './parts/paths.ts';
import { NoAccess } from './shell/no-access.tsx';
import { NoticesProvider } from './shell/notices.tsx';
import { PageCrash, PageNotFound } from './shell/page-failures.tsx';
import { Shell } from './shell/shell.tsx';
import { SignInRefusedPage } from './shell/sign-in-refused-page.tsx';
import type { Arrival } from './sign-in/arrive.ts';

/** Made once somebody is signed in: it reads the address, which until then is the issuer’s answer. */
const createPages = () =>
  createBrowserRouter([
    {
      element: <Shell />,
      errorElement: <PageCrash />,
      HydrateFallback: () => null,
      children: [
        { index: true, element: <Home /> },
        {
          path: 'subaccounts',
          lazy: async () => ({
            Component: (await import('./pages/subaccounts/subaccounts-page.tsx')).SubaccountsPage,
          }),
        },
        {
          path: 'subaccounts/:subaccountId',
          errorElement: <PageCrash />,
          children: [
            { index: true, element: <Navigate to="customers" replace /> },
            {
              path: 'customers',
              lazy: async () => ({
                Component: (await import('./pages/customers/customers-page.tsx')).CustomersPage,
              }),
            },
            {
              path: 'customers/:customerId',
              lazy: async () => ({
                Component: (await import('./pages/customer/customer-page.tsx')).CustomerPage,
              }),
            },
            {
              path: 'policy',
              lazy: async () => ({ Component: (await import('./pages/policy/policy-page.tsx')).PolicyPage }),
            },
            {
              path: 'insights',
              lazy: async () => ({
                Component: (await import('./pages/insights/insights-page.tsx')).InsightsPage,
              }),
            },
          ],
        },
        {
          path: 'operations',
          lazy: async () => ({
            Component: (await import('./pages/operations/operations-page.tsx')).OperationsPage,
          }),
        },
        { path: '*', element: <PageNotFound /> },
      ],
    },
  ]);

export function App({ arrival }: { arrival: Exclude<Arrival, { kind: 'leaving' }> }) {
  return (
    <LanguageProvider>
      {arrival.kind === 'refused' ? (
        <SignInRefusedPage cause={arrival.cause} retry={arrival.retry} />
      ) : (
        <ApiProvider session={arrival.session}>
          {arrival.session.person.role === 'none' ? (
            <NoAccess />
          ) : (
            <NoticesProvider>
              <Pages />
            </NoticesProvider>
          )}
        </ApiProvider>
      )}
    </LanguageProvider>
  );
}

function Pages() {
  const [router] = useState(createPages);
  return <RouterProvider router={router} />;
}

/** Operators begin with their customers, admins with the choice of a subaccount. */
function Home() {
  const { person } = useSession();
  const home = person.subaccountId === null ? '/subaccounts' : customersPath(person.subaccountId);
  return <Navigate to={home} replace />;
}
