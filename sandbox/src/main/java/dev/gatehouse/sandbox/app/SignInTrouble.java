package dev.gatehouse.sandbox.app;

/** Why a sign-in did not work: a code to search for, and words to read. */
final class SignInTrouble extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  SignInTrouble(String code, String detail) {
    super(detail);
    this.code = code;
  }

  String code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  /** What it means to the person in front of the screen. */
  String meaning() {
    return switch (code) {
      case "access_denied" -> "Your company's sign-in did not let you in, or you cancelled it.";
      case "sso_not_available" ->
          "Your company has not set up single sign-on with Brightdesk. A real product would now"
              + " offer its other ways to sign in, such as a password.";
      case "login_required", "interaction_required" -> "You have to sign in for this.";
      case "temporarily_unavailable", "server_error" ->
          "The sign-in service has a problem. Trying again in a moment may help.";
      case "not_configured" -> "Brightdesk is not registered with a sign-in service yet.";
      case "provider_unreachable" -> "The sign-in service could not be reached.";
      case "state_mismatch" ->
          "This sign-in was not begun in this browser, or was already finished. Begin again.";
      case "invalid_id_token", "issuer_mismatch" ->
          "The answer did not come from the sign-in service that was asked.";
      default -> "The sign-in service refused. The details below say why.";
    };
  }
}
