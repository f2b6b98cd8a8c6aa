package dev.gatehouse.failure;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A text as it is compared: lower case, plain quotes, single spaces, bounded. */
record SearchText(String text, Set<String> words) {

  private static final int LONGEST = 8_000;
  private static final int MOST_WORDS = 80;
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\p{Cntrl}]+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}_]+");
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "the", "and", "for", "you", "your", "are", "was", "were", "has", "have", "this", "that",
          "with", "not", "can", "could", "please", "from", "our", "its", "been", "must", "error",
          "errors", "when", "but", "see", "got", "get", "says", "said", "shows", "page", "sign");

  static SearchText of(String raw) {
    String bounded = raw.length() <= LONGEST ? raw : raw.substring(0, LONGEST);
    String plain =
        bounded.replace('’', '\'').replace('‘', '\'').replace('“', '"').replace('”', '"');
    String text = SPACE.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    var words = new LinkedHashSet<String>();
    for (String word : BETWEEN_WORDS.split(text)) {
      if (words.size() < MOST_WORDS && word.length() > 2 && !EMPTY_WORDS.contains(word)) {
        words.add(word);
      }
    }
    return new SearchText(text, words);
  }

  /** Whether the phrase occurs, and is not part of a longer word. */
  boolean holds(String phrase) {
    for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      int end = at + phrase.length();
      if ((at == 0 || endsWord(at)) && (end == text.length() || endsWord(end))) {
        return true;
      }
    }
    return false;
  }

  private boolean endsWord(int at) {
    return !isWordPart(text.charAt(at - 1)) || !isWordPart(text.charAt(at));
  }

  private static boolean isWordPart(char letter) {
    return Character.isLetterOrDigit(letter) || letter == '_';
  }
}
