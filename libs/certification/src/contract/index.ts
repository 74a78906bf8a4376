export * from './certificate';
export * from './document-errors';
export * from './documents';
export * from './errors';
export * from './events';
export * from './problem-texts';
export * from './template';
