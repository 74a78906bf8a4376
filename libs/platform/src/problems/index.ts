export * from './describe-problem';
export * from './platform-errors';
export * from './problem-catalogue';
export * from './problem-document';
export * from './problem-texts';
export * from './problem.filter';
