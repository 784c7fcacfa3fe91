import type { MiddlewareHandler } from 'hono';

/**
 * Policies that may make trusted markup or script addresses: Svelte's, for its compiled templates, and ours, for
 * the address of the worker that draws the maps.
 */
const TRUSTED_TYPES = ['svelte-trusted-html', 'descenso-worker'];

/** How long a browser keeps to https, once it has come by it. */
const HSTS_SECONDS = 180 * 24 * 60 * 60;

/**
 * What a browser is told of every answer: nothing from elsewhere, nothing inline, no frames, no referrer.
 * The socket's origin is written out, since older Safaris do not take it for 'self'.
 */
export function securityHeaders(publicUrl: URL | null): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const host = context.req.header('host') ?? '';
    const secure = publicUrl?.protocol === 'https:' && publicUrl.host === host;
    const headers = context.res.headers;
    headers.set('Content-Security-Policy', contentPolicy(`${secure ? 'wss' : 'ws'}://${host}`));
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    if (secure) headers.set('Strict-Transport-Security', `max-age=${HSTS_SECONDS}`);
  };
}

function contentPolicy(socketOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${socketOrigin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    `trusted-types ${TRUSTED_TYPES.join(' ')}`,
  ].join('; ');
}
