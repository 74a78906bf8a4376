export * from './accounts';
export * from './documents';
export * from './errors';
export * from './events';
export * from './institutions';
export * from './problem-texts';
