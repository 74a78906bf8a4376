export * from './errors';
export * from './item-file';
export * from './item-views';
export * from './problem-texts';
