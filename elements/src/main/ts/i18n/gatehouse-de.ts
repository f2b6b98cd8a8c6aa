import { base } from './de/base.js';
import { dashboard } from './de/dashboard.js';
import { profile } from './de/profile.js';
import { security } from './de/security.js';
import { domains } from './de/domains.js';
import { connection } from './de/connection.js';
import { test } from './de/test.js';
import { activation } from './de/activation.js';

export const de = {
  ...base,
  ...profile,
  ...security,
  ...domains,
  ...connection,
  ...test,
  ...activation,
  ...dashboard,
};
