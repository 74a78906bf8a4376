export * from './attempt';
export * from './errors';
export * from './events';
export * from './ordered-form';
export * from './problem-texts';
