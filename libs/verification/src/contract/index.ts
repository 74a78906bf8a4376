export * from './answer';
export * from './credential';
export * from './errors';
export * from './masked-name';
export * from './problem-texts';
export * from './qr-payload';
export * from './status-list';
