import { writeFileSync } from 'node:fs';
import { nanoid } from 'nanoid';

writeFileSync('built.json', JSON.stringify({ build: nanoid() }));
