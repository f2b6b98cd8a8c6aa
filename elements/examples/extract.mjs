// Writes the examples of the page named as argument to target/, exactly as they stand there.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const page = readFileSync(process.argv[2], 'utf8');

function write(language, file) {
  const found = [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))];
  if (found.length !== 1) {
    throw new Error(`${found.length} examples in ${language} on the page, expected one`);
  }
  writeFileSync(`target/${file}`, found[0][1]);
}

mkdirSync('target', { recursive: true });
write('tsx', 'react.tsx');
write('vue', 'vue.vue');
write('ts', 'angular.ts');
