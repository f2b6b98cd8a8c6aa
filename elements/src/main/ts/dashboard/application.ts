/** An application as `GET /v1/applications` answers; the secret is there in the answer to its creation only. */
export interface Application {
  id: string;
  clientId: string;
  clientSecret?: string | null;
  name: string;
  clientType: 'confidential' | 'public';
  redirectUris: string[];
  postLogoutRedirectUris: string[];
  initiateLoginUri?: string | null;
  backchannelLogoutUri?: string | null;
  idTokenSignedResponseAlg: 'RS256' | 'ES256';
  createdAt: string;
  version: number;
}

/** One address a line, as typed into a text area. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
