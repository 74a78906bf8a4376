export * from './errors';
export * from './events';
export * from './marking';
export * from './problem-texts';
export * from './result';
export * from './session-grading';
