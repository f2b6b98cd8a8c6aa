import { base } from './fr/base.js';
import { dashboard } from './fr/dashboard.js';
import { profile } from './fr/profile.js';
import { security } from './fr/security.js';
import { domains } from './fr/domains.js';
import { connection } from './fr/connection.js';
import { test } from './fr/test.js';
import { activation } from './fr/activation.js';

export const fr = {
  ...base,
  ...profile,
  ...security,
  ...domains,
  ...connection,
  ...test,
  ...activation,
  ...dashboard,
};
