/** Why signing in to a mail server did not work, whichever of the two it was. */
export type SignInTrouble = 'wrong-password' | 'needs-app-password' | 'unreachable' | 'certificate' | 'too-many-tries';

const certificateCodes =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|CERT_|ERR_TLS_CERT|UNABLE_TO_(VERIFY|GET)|HOSTNAME_MISMATCH)/;
const busy = /too many|try again|temporar|rate|throttl|limit|unavailable|in use|4\.7\.0|busy/i;
const wantsAppPassword = /application-specific|app(lication)?[ -]?password|less secure|basic auth|web ?login|oauth/i;

/** What imapflow and nodemailer put on their errors; both are read here and nowhere else. */
type VendorError = {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly authenticationFailed?: unknown;
  readonly serverResponseCode?: unknown;
  readonly responseText?: unknown;
  readonly response?: unknown;
  readonly responseCode?: unknown;
  readonly reason?: unknown;
  readonly cause?: unknown;
};

export function readSignInError(error: unknown): SignInTrouble {
  const { code, authenticationFailed, responseCode, cause } = detailsOf(error);
  const said = `${String(detailsOf(error).serverResponseCode ?? '')} ${serverWords(error)}`;
  const certificate = [code, detailsOf(cause).code].some((each) => certificateCodes.test(String(each ?? '')));
  if (certificate || /certificate/i.test(String(detailsOf(error).message ?? ''))) return 'certificate';
  const isRefused = authenticationFailed === true || code === 'EAUTH';
  const isBusy = code === 'ETHROTTLE' || (Number(responseCode) >= 400 && Number(responseCode) < 500) || busy.test(said);
  if (isRefused && wantsAppPassword.test(said)) return 'needs-app-password';
  if (isBusy) return 'too-many-tries';
  return isRefused ? 'wrong-password' : 'unreachable';
}

/** The server's own words, for recognising and for a quote; empty where it said nothing. */
export function serverWords(error: unknown): string {
  const { reason, responseText, response } = detailsOf(error);
  const [words = ''] = [responseText, reason, response].filter((each) => typeof each === 'string' && each !== '');
  return String(words);
}

const detailsOf = (error: unknown): VendorError =>
  typeof error === 'object' && error !== null ? (error as VendorError) : {};
