export * from './outcome';
export * from './response-rule';
