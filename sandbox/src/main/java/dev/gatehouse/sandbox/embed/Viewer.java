package dev.gatehouse.sandbox.embed;

/** Who looks at Brightdesk's organization page: a member of one organization. */
record Viewer(String organization, String member) {}
