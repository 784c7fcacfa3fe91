import type { Handler } from 'hono';
import type { MetricsPage } from '../../measures/prometheus.ts';
import type { Env } from '../visitor.ts';

/** GET /metrics: what Prometheus reads. */
export function metricsRoute(metrics: () => Promise<MetricsPage>): Handler<Env> {
  return async (context) => {
    const { contentType, text } = await metrics();
    return context.body(text, 200, { 'Content-Type': contentType, 'Cache-Control': 'no-store' });
  };
}
