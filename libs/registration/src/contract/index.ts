export * from './accommodation';
export * from './errors';
export * from './events';
export * from './problem-texts';
export * from './registration';
export * from './session';
export * from './session-rules';
