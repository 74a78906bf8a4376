import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { NotSignedIn } from '../problems/platform-errors';
import type { RequestWithPrincipal } from './permission.guard';

/** The caller, as the permission guard found it. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<RequestWithPrincipal>();
  if (principal === undefined) throw new NotSignedIn();
  return principal;
});
