import { base } from './base.js';
import { dashboard } from './dashboard.js';
import { profile } from './profile.js';
import { security } from './security.js';
import { domains } from './domains.js';
import { connection } from './connection.js';
import { test } from './test.js';
import { activation } from './activation.js';

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
