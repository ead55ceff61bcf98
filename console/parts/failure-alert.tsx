// What went wrong, in one sentence that says what to do, and a way to try again where that may help.

import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useTranslations } from 'use-intl';
import { ApiProblem, mayPass, Unreachable } from '../api/failure.ts';
import { SessionEnded } from '../sign-in/session.ts';

/** A sentence about a failed call, in the viewer's language. */
export function useFailureText(): (failure: unknown) => string {
  const t = useTranslations('problems');
  return (failure) => {
    if (failure instanceof SessionEnded) return t('session_ended');
    if (failure instanceof Unreachable) return t('unreachable');
    if (!(failure instanceof ApiProblem)) return t('unexpected');
    const { code } = failure;
    if (isKnown(code)) return t(code);
    if (failure.status >= 500 || failure.status === 429) return t('unavailable');
    return failure.isExplained ? failure.message : t(strangeAnswer(failure), { status: failure.status });
  };
}

/** Codes of the API that have a sentence of their own. */
export const knownProblems = [
  'already_verified',
  'customer_not_found',
  'export_too_large',
  'forbidden',
  'identity_data_not_found',
  'invalid_request',
  'no_session',
  'stripe_refused',
  'stripe_unavailable',
  'subaccount_not_found',
  'verification_not_required',
  'verification_processing',
  'version_conflict',
  'busy',
  'data_unreadable',
] as const;
type KnownProblem = (typeof knownProblems)[number];

/** What something between here and the API answered, which knows no codes. */
function strangeAnswer({ status }: ApiProblem): 'too_large' | 'refused_on_the_way' | 'strange_answer' {
  if (status === 413) return 'too_large';
  return status === 403 ? 'refused_on_the_way' : 'strange_answer';
}

function isKnown(code: string): code is KnownProblem {
  return knownProblems.some((known) => known === code);
}

export function FailureAlert({ failure, retry }: { failure: unknown; retry?: () => void }) {
  const t = useTranslations('common');
  const textOf = useFailureText();
  const isProblem = failure instanceof ApiProblem;
  return (
    <Alert
      type="error"
      action={
        retry !== undefined && mayPass(failure) ? <Button onClick={retry}>{t('retry')}</Button> : undefined
      }
    >
      {textOf(failure)}
      {isProblem && failure.faults.length > 0 && (
        <ul>
          {failure.faults.map(({ path, message }) => (
            <li key={path + message}>
              {path}: {message}
            </li>
          ))}
        </ul>
      )}
      {isProblem && failure.requestId !== null && (
        <>
          {' '}
          <small>{t('requestId', { id: failure.requestId })}</small>
        </>
      )}
    </Alert>
  );
}
