import Link, { type LinkProps } from '@cloudscape-design/components/link';
import { useLocation, useNavigate } from 'react-router';

/**
 * A link to a page of the console: followed without loading anew, and opened in another tab as any link is. The page
 * that it leads to finds in its history state, as `from`, where it was followed.
 */
export function PageLink({ href, onFollow: _unused, ...rest }: LinkProps & { href: string }) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  return (
    <Link
      {...rest}
      href={href}
      onFollow={(event) => {
        event.preventDefault();
        void navigate(href, { state: { from: pathname + search } });
      }}
    />
  );
}
