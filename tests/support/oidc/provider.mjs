// SPDX-License-Identifier: GPL-3.0-or-later
// node provider.mjs MODULES [OPTIONS]
//
// A certified OpenID Connect provider (npm oidc-provider) on a free port of 127.0.0.1 for tests of the sign-in. MODULES is
// the folder that holds its node_modules; OPTIONS is JSON: {"accessTokenSeconds": 3600, "deviceSeconds": 600}.
// The first line on standard output is {"issuer": "http://127.0.0.1:PORT"}. GET /control/requests lists what came:
// method, path, status, whether there was an Authorization header, and the grant that was given. GET /control/secrets lists
// every token that was ever given. It ends when its standard input does.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, given = '{}'] = process.argv.slice(2);
const options = { accessTokenSeconds: 3600, deviceSeconds: 600, ...JSON.parse(given) };
const resolve = createRequire(join(modules, 'package.json')).resolve;
// It warns of its development keys and memory; that is what is wanted here.
console.info = console.warn = console.log = () => {};
const { default: Provider } = await import(pathToFileURL(resolve('oidc-provider')));

const requests = [];
const secrets = [];
const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{
      client_id: 'tokendesk',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: ['http://127.0.0.1/callback'],
      grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
      response_types: ['code'],
    }],
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    conformIdTokenClaims: false,
    findAccount: (ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `Person ${id}`, email: `${id}@example.com` }),
    }),
    features: {
      devInteractions: { enabled: true },
      deviceFlow: { enabled: true },
      revocation: { enabled: true },
    },
    rotateRefreshToken: true,
    cookies: { keys: ['a key for tests'] },
    ttl: { AccessToken: options.accessTokenSeconds, DeviceCode: options.deviceSeconds },
  });
  const callback = provider.callback();
  server.on('request', (request, response) => {
    const path = new URL(request.url, issuer).pathname;
    const told = { '/control/requests': requests, '/control/secrets': secrets }[path];
    if (told) {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(told));
      return;
    }
    const entry = { method: request.method, path, authorization: request.headers.authorization !== undefined };
    requests.push(entry);
    response.on('finish', () => { entry.status = response.statusCode; });
    callback(request, response);
  });
  provider.on('grant.success', (ctx) => {
    requests.at(-1).granted = ctx.oidc.params.grant_type;
    secrets.push(...[ctx.body.access_token, ctx.body.refresh_token, ctx.body.id_token].filter((token) => token));
  });
  process.stdout.write(`${JSON.stringify({ issuer })}\n`);
});
process.stdin.resume().on('end', () => process.exit(0));
