/** Error bodies of shapes that no documentation names: their text is shown, and nothing else fails. */
import { describe, expect, test } from 'vitest';
import { cloudError } from '../../../../src/google/errors/cloud-error.ts';
import { describeCloudError } from '../../../../src/runtime/report.ts';

const describeBody = (body: string) =>
  describeCloudError(
    cloudError(
      { resource: 'service web', permission: 'run.services.get', role: 'roles/run.viewer' },
      { status: 500, body },
    ),
  );

describe('an error body of any shape is text', () => {
  test.each<readonly [name: string, body: string, expected: RegExp]>([
    [
      'a message that is an object',
      '{"error":{"code":500,"message":{"why":["a","b"]}}}',
      /500: \{"why":\["a","b"\]\}\./,
    ],
    ['a message that is a number', '{"error":{"code":500,"message":7}}', /500: 7\./],
    ['an error that is a nested list', '{"error":[["bad",{"field":"x"}]]}', /\[\["bad",\{"field":"x"\}\]\]/],
    [
      'a list around the error',
      '[{"error":{"code":500,"status":"INTERNAL","message":"boom"}}]',
      /500 INTERNAL: boom\./,
    ],
    ['an OAuth error', '{"error":"invalid_grant","error_description":"expired"}', /500 invalid_grant: expired/],
    [
      'an OAuth error whose description is an object',
      '{"error":"invalid_grant","error_description":{"en":"expired"}}',
      /\{"en":"expired"\}/,
    ],
    [
      'an OAuth error that is an object',
      '{"error":{"type":"x","nested":{"y":1}}}',
      /\{"type":"x","nested":\{"y":1\}\}/,
    ],
    [
      'errors of a registry',
      '{"errors":[{"code":"DENIED","message":"not you"},{"code":"X","message":{"a":1}}]}',
      /500 DENIED: not you: \{"a":1\}/,
    ],
    ['a registry without errors', '{"errors":[]}', /500: \{"errors":\[\]\}/],
    [
      'a registry with a detail alone',
      '{"errors":[{"code":"UNKNOWN","detail":{"tag":"x"}}]}',
      /500 UNKNOWN: \{"tag":"x"\}/,
    ],
    [
      'GitHub',
      '{"message":"Validation Failed","errors":[{"resource":"Issue","field":"title","code":"missing"},"more"],"documentation_url":"u"}',
      /Validation Failed: \{"resource":"Issue","field":"title","code":"missing"\}: more/,
    ],
    [
      'an operation of Compute Engine',
      '{"error":{"errors":[{"code":"RESOURCE_IN_USE","message":"in use"}]}}',
      /500 RESOURCE_IN_USE: in use/,
    ],
    [
      'XML of Cloud Storage',
      "<?xml version='1.0'?><Error><Code>AccessDenied</Code><Message>Access denied.</Message><Details>no storage.objects.get</Details></Error>",
      /500 AccessDenied: Access denied\. no storage\.objects\.get/,
    ],
    [
      'HTML',
      '<!DOCTYPE html><html><head><title>Error 502 (Server Error)!!1</title><style>a{}</style></head><body><p>The server <b>met</b> a fault.</p></body></html>',
      /Error 502 \(Server Error\)!!1: The server met a fault\./,
    ],
    ['text', 'upstream connect error\nmore', /500: upstream connect error\./],
    ['JSON that is text', '"no"', /500: no\./],
    ['JSON that is null', 'null', /500: HTTP 500/],
    ['nothing', '', /500: HTTP 500/],
    [
      'a bad request',
      JSON.stringify({
        error: {
          code: 400,
          status: 'INVALID_ARGUMENT',
          message: 'Request contains an invalid argument.',
          details: [
            {
              '@type': 'type.googleapis.com/google.rpc.BadRequest',
              fieldViolations: [{ field: 'template.containers[0].image', description: 'must not be empty' }],
            },
          ],
        },
      }),
      /invalid argument: template\.containers\[0\]\.image: must not be empty/,
    ],
    [
      'details of other types than documented',
      '{"error":{"message":"m","details":[null,3,{"reason":{"a":1}},{"violations":"x","links":7,"metadata":[1]}],"errors":"none","status":{}}}',
      /500: m\./,
    ],
  ])('%s', (_, body, expected) => {
    const described = describeBody(body);
    expect(described).toMatch(expected);
    expect(described).not.toContain('[object Object]');
  });
});
