import assert from 'node:assert/strict';
import test from 'node:test';
import { greet } from 'common';
import { name } from './name.js';

test('the response has the name of the service', () => assert.match(greet(name), /^common=\d worker=\d$/));
