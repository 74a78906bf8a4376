import type { RouteObject } from 'react-router';
import { routes as admin } from './admin/routes';
import { routes as dev } from './dev/routes';
import { routes as institution } from './institution/routes';
import { routes as manage } from './manage/routes';
import { routes as marking } from './marking/routes';

/** The staff's areas. */
export const routes: RouteObject[] = [...manage, ...marking, ...institution, ...admin, ...dev];
