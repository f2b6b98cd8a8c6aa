import { base } from './ja/base.js';
import { dashboard } from './ja/dashboard.js';
import { profile } from './ja/profile.js';
import { security } from './ja/security.js';
import { domains } from './ja/domains.js';
import { connection } from './ja/connection.js';
import { test } from './ja/test.js';
import { activation } from './ja/activation.js';

export const ja = {
  ...base,
  ...profile,
  ...security,
  ...domains,
  ...connection,
  ...test,
  ...activation,
  ...dashboard,
};
