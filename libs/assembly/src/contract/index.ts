export * from './blueprint';
export * from './errors';
export * from './form';
export * from './problem-texts';
