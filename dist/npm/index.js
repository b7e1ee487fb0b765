/** What the package offers to sites with a build step. Importing it does nothing by itself. */
export { createConsent } from './create-consent.js';
export { defineConfig } from './core/define-config.js';
export { version } from './core/version.js';
export { startGate } from './start-gate.js';
export { connect } from './integrations/connect.js';
