// Looks a customer up by an id that somebody read out or pasted.

import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import Link from '@cloudscape-design/components/link';
import { type SubmitEvent, useCallback, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useIsNarrow } from '../../parts/narrow.ts';
import { useSearchKey } from './search-key.ts';
import { mayBeId } from './url-state.ts';

export function SearchBox({
  search,
  onSearch,
}: {
  search: string | null;
  /** Gets an id without blanks around it, or null for the end of the search. */
  onSearch: (search: string | null) => void;
}) {
  const t = useTranslations('customers.search');
  const [typed, setTyped] = useState(search ?? '');
  const [isRefused, setRefused] = useState(false);
  const [shown, setShown] = useState(search);
  // The address changed, as by going back: the field says what it says.
  if (search !== shown) {
    setShown(search);
    setTyped(search ?? '');
    setRefused(false);
  }
  const input = useRef<InputProps.Ref>(null);
  const comeHere = useCallback(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const searchKey = useSearchKey(comeHere);
  const isNarrow = useIsNarrow();

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const id = typed.trim();
    const isFine = id === '' || mayBeId(id);
    setRefused(!isFine);
    if (isFine) onSearch(id === '' ? null : id);
    else comeHere();
  };
  return (
    <search>
      <form onSubmit={submit}>
        <FormField
          label={t('label')}
          errorText={isRefused ? t('noId') : undefined}
          secondaryControl={<Button formAction="submit">{t('submit')}</Button>}
          constraintText={
            <>
              {t('hint')}
              {/* Phones have no keys. */}
              {!isNarrow && (
                <>
                  {' '}
                  {t(searchKey.isOn ? 'keyIsOn' : 'keyIsOff')}{' '}
                  <Link variant="primary" fontSize="body-s" onFollow={() => searchKey.turn(!searchKey.isOn)}>
                    {t(searchKey.isOn ? 'turnKeyOff' : 'turnKeyOn')}
                  </Link>
                </>
              )}
            </>
          }
        >
          <Input
            ref={input}
            type="search"
            value={typed}
            autoComplete={false}
            spellcheck={false}
            disableBrowserAutocorrect
            onChange={({ detail }) => {
              setTyped(detail.value);
              setRefused(false);
            }}
          />
        </FormField>
      </form>
    </search>
  );
}
