package dev.gatehouse.problems;

/** What a problem says, where a group of problems has a file of its own. */
record ProblemText(int status, String title, String meaning, String remedy) {}
