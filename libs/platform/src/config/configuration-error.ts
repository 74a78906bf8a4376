/** A setting is missing or wrong. Carries names only: values may be secrets. */
export class ConfigurationError extends Error {
  constructor(readonly names: readonly string[]) {
    super(`设置有误 / bad or missing settings: ${names.join(', ')}`);
    this.name = 'ConfigurationError';
  }
}
