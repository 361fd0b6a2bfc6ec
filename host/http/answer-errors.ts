import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { type ErrorCode, errorBody, HostError } from '../errors.ts';
import { storageFault } from '../storage-fault.ts';
import type { App } from './app.ts';

const BY_FASTIFY_CODE: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_REQ_FILE_TOO_LARGE: 'body_too_large',
  FST_PARTS_LIMIT: 'body_too_large',
  FST_FILES_LIMIT: 'body_too_large',
  FST_FIELDS_LIMIT: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
};

/** Turns whatever was thrown into an answer of the contract; what is not understood gets an id, and its details only the log. */
export function toHostError(error: unknown, request: FastifyRequest): HostError {
  if (error instanceof HostError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new HostError('schema_validation_failed', {
      schema: `${request.method} ${request.routeOptions.url ?? ''}`.trim(),
      context: (error as FastifyError).validationContext ?? 'body',
      issues: error.validation.map((issue) => ({ path: issue.instancePath, message: issue.message ?? issue.keyword })),
    });
  }
  const { code, statusCode } = Object(error) as Partial<FastifyError>;
  const known = code === undefined ? undefined : BY_FASTIFY_CODE[code];
  if (known !== undefined) return new HostError(known);
  // A body that is called JSON and is not, `__proto__` poisoning and bad URLs come with a status of their own.
  if (error instanceof SyntaxError && statusCode === 400) return new HostError('invalid_json');
  if (statusCode === 404) return new HostError('not_found');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new HostError('bad_request');
  const unusable = storageFault(error);
  if (unusable !== null) {
    request.log.error({ code: unusable.details.code }, 'the data folder could not be written to');
    return unusable;
  }
  const id = randomUUID();
  request.log.error({ err: error, error_id: id }, 'a request failed for a reason the host does not know');
  return new HostError('internal_error', { id });
}

const answer = (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
  const known = toHostError(error, request);
  void reply.code(known.status).serializer(JSON.stringify).type('application/json').send(errorBody(known));
};

/** For what goes wrong before a route is found: an address that cannot be decoded. */
export const answerFrameworkError = (error: FastifyError, request: unknown, reply: unknown): void =>
  answer(error, request as FastifyRequest, reply as FastifyReply);

export function answerErrors(app: App): void {
  app.setErrorHandler(answer);
  app.setNotFoundHandler((request, reply) => answer(new HostError('not_found'), request, reply));
}
