import type { ReactNode } from 'react';
import type { Role } from '@hz/kernel';
import { Link, Navigate, useLocation } from 'react-router';
import { EmptyState } from '../feedback/empty-state';
import { ErrorState } from '../feedback/error-state';
import { LoadingState } from '../feedback/loading-state';
import { commonTexts, useTexts } from '../texts';
import { roleName } from '../texts/roles';
import { useMe, type Me } from './me';

interface Props {
  /** One of these is enough; left out: whoever is signed in. */
  roles?: readonly Role[];
  children: ReactNode | ((me: Me) => ReactNode);
}

/** Shows its children to those who may see them. The server decides for itself; this only spares people a refusal. */
export function RequireRole({ roles, children }: Props) {
  const { me, error, retry } = useMe();
  const t = useTexts(commonTexts);
  const { pathname, search } = useLocation();
  if (me === undefined) return error ? <ErrorState error={error} onRetry={retry} /> : <LoadingState />;
  if (me === null) return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
  if (roles && !me.roles.some((role) => roles.includes(role))) {
    const names = roles.map((role) => roleName(t, role)).join(' / ');
    return (
      <EmptyState icon="lock" title={t('forbiddenTitle')} hint={t('forbiddenHint', { roles: names })} level={1}>
        <Link className="hz-button" to="/">
          {t('toHome')}
        </Link>
      </EmptyState>
    );
  }
  return <>{typeof children === 'function' ? children(me) : children}</>;
}
