import Link, { type LinkProps } from '@cloudscape-design/components/link';
import { useLocation, useNavigate } from 'react-router';

/**
 * A link to a page of the console: followed without loading anew; another tab opens it like every other link. The page
 * that it leads to finds in its history state, as `from`, where it was followed.
 */
export function PageLink({ href, ...rest }: Omit<LinkProps, 'onFollow'> & { href: string }) {
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
