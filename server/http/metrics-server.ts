import { createServer, type Server } from 'node:http';
import type { MetricsPage } from '../measures/prometheus.ts';

/** A door for Prometheus alone, on an address that only the operator reaches: nothing else is behind it, and no key. */
export function openMetricsServer(
  { host, port }: { readonly host: string; readonly port: number },
  metrics: () => Promise<MetricsPage>,
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    void metrics().then(
      ({ contentType, text }) => response.writeHead(200, { 'Content-Type': contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return new Promise((opened, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => opened(server));
  });
}
