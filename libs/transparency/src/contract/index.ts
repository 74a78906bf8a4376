export * from './cosignature';
export * from './entry';
export * from './errors';
export * from './problem-texts';
