export * from './errors';
export * from './events';
export * from './problem-texts';
export * from './webhook';
