const base = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  rootDir: '../..',
  roots: [__dirname],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 300_000,
};
