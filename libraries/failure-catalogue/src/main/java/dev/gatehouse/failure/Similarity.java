package dev.gatehouse.failure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much two sets of words have in common; rare words count more, one slip of a key is forgiven.
 */
final class Similarity {

  private final Map<String, Double> weights = new HashMap<>();

  Similarity(List<Set<String>> vocabularies) {
    var occurrences = new HashMap<String, Integer>();
    vocabularies.forEach(words -> words.forEach(word -> occurrences.merge(word, 1, Integer::sum)));
    occurrences.forEach(
        (word, times) -> weights.put(word, Math.log(1.0 + (double) vocabularies.size() / times)));
  }

  /** From 0 to 1: which part of the searched words, by weight, the vocabulary holds. */
  double of(Set<String> searched, Set<String> vocabulary) {
    double all = 0;
    double common = 0;
    int hits = 0;
    for (String word : searched) {
      double weight = weights.getOrDefault(word, 1.0);
      all += weight;
      double near = nearness(word, vocabulary);
      common += near * weight;
      hits += near > 0 ? 1 : 0;
    }
    return hits == 0 || (hits == 1 && searched.size() > 2) ? 0 : common / all;
  }

  private static double nearness(String word, Set<String> vocabulary) {
    if (vocabulary.contains(word)) {
      return 1;
    }
    return word.length() >= 5 && vocabulary.stream().anyMatch(other -> oneSlip(word, other))
        ? 0.7
        : 0;
  }

  /** Whether one letter was changed, added or left out, at the end of the word even two. */
  private static boolean oneSlip(String one, String other) {
    if (other.length() < 5 || Math.abs(one.length() - other.length()) > 2) {
      return false;
    }
    int from = 0;
    int shorter = Math.min(one.length(), other.length());
    while (from < shorter && one.charAt(from) == other.charAt(from)) {
      from++;
    }
    if (from == shorter) {
      return true;
    }
    int oneEnd = one.length();
    int otherEnd = other.length();
    while (oneEnd > from
        && otherEnd > from
        && one.charAt(oneEnd - 1) == other.charAt(otherEnd - 1)) {
      oneEnd--;
      otherEnd--;
    }
    return oneEnd - from <= 1 && otherEnd - from <= 1;
  }
}
