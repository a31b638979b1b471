import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.get('/health', (context) => context.json(JSON.parse(readFileSync('built.json', 'utf8'))));
serve({ fetch: app.fetch, port: Number(process.env.PORT) });
