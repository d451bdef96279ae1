export type Api = 'calendar' | 'gmail' | 'docs' | 'drive';

/** What Google answers that is no yes: a number, and a word for it. */
export type Answer = { readonly status: number; readonly body: unknown };

/** As the older APIs say it. */
export const problem = (status: number, reason: string, message = reason): Answer => ({
  status,
  body: { error: { code: status, message, errors: [{ domain: 'global', reason, message }] } },
});

/** As whatever stands before all of them says it. */
const refusal = (code: number, status: string, reason: string, message: string): Answer => ({
  status: code,
  body: {
    error: {
      code,
      message,
      status,
      errors: [{ domain: 'global', reason, message }],
      details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason }],
    },
  },
});
export const unauthenticated = refusal(
  401,
  'UNAUTHENTICATED',
  'authError',
  'Request had invalid authentication credentials.',
);
export const insufficientScopes = refusal(
  403,
  'PERMISSION_DENIED',
  'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
  'Request had insufficient authentication scopes.',
);
export const notSwitchedOn = (api: Api): Answer =>
  refusal(
    403,
    'PERMISSION_DENIED',
    'SERVICE_DISABLED',
    `Google ${api} API has not been used in project 1 before or it is disabled.`,
  );

export const gone: Answer = refusal(404, 'NOT_FOUND', 'notFound', 'Requested entity was not found.');
