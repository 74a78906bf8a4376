export * from './answer';
export * from './credential';
export * from './errors';
export * from './problem-texts';
export * from './status-list';
