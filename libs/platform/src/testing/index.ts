export * from './database';
export * from './fixed-clock';
export * from './module';
