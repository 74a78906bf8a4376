/** The one place where the client imports the stand-alone verifier; loaded when the page is looked at, not with it. */
export * from '../../../../../packages/verifier/src';
