import { base } from './es/base.js';
import { dashboard } from './es/dashboard.js';
import { profile } from './es/profile.js';
import { security } from './es/security.js';
import { domains } from './es/domains.js';
import { connection } from './es/connection.js';
import { test } from './es/test.js';
import { activation } from './es/activation.js';

export const es = {
  ...base,
  ...profile,
  ...security,
  ...domains,
  ...connection,
  ...test,
  ...activation,
  ...dashboard,
};
