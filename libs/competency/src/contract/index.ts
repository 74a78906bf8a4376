export * from './eligibility';
export * from './eligibility-words';
export * from './errors';
export * from './framework';
export * from './problem-texts';
export * from './scheme';
