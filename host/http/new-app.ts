import fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { answerErrors, answerFrameworkError } from './answer-errors.ts';
import type { App } from './app.ts';
import { CONTENT_POLICY } from './studio-routes.ts';

const MOST_BODY_BYTES = 1024 * 1024;

/** A server without a route: it validates by zod, answers errors as the contract has them, and tells browsers to be careful. */
export function newApp(log: Logger): App {
  const requestLog: FastifyBaseLogger = log.child({}, { serializers: { req: withoutQuery } });
  const app: App = fastify({
    loggerInstance: requestLog,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MOST_BODY_BYTES,
    forceCloseConnections: true,
    return503OnClosing: true,
    frameworkErrors: answerFrameworkError,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  answerErrors(app);
  app.addHook('onSend', async (_request, reply) => {
    void reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    if (!reply.hasHeader('content-security-policy')) void reply.header('content-security-policy', CONTENT_POLICY);
  });
  return app;
}

/** A key or a ticket may stand in the query, so it is never logged. */
const withoutQuery = (request: { readonly method: string; readonly url: string }) => ({
  method: request.method,
  path: request.url.split('?')[0],
});
