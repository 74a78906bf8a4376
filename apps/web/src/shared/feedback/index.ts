export { EmptyState } from './empty-state';
export { ErrorState } from './error-state';
export { LoadingState } from './loading-state';
export { Notice } from './notice';
export { ProblemAlert } from './problem-alert';
