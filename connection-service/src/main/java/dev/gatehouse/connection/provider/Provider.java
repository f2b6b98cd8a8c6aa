package dev.gatehouse.connection.provider;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.connection.settings.AttributeNames;
import dev.gatehouse.connection.settings.Protocol;
import dev.gatehouse.connection.settings.SubjectSource;
import dev.gatehouse.languages.Translation;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider as its data file describes it, in the words of its console. Texts may hold
 * bold parts between double asterisks and placeholders such as {@code {{acsUrl}}}.
 *
 * @param before what the admin needs to begin
 * @param pitfalls what goes wrong at others
 */
public record Provider(
    String key,
    String name,
    Protocol protocol,
    Console console,
    List<String> before,
    Metadata metadata,
    Defaults defaults,
    List<Step> steps,
    List<String> pitfalls) {

  /** Where the admin works. */
  public record Console(String name, @Nullable String url) {

    Console translated(Translation language) {
      return new Console(language.of(name), url);
    }
  }

  /** How we can be given its metadata; the first form is the best. */
  public record Metadata(List<Form> forms, String where, @Nullable String example) {

    Metadata translated(Translation language) {
      return new Metadata(forms, language.of(where), example);
    }
  }

  /** Forms of metadata. */
  public enum Form {
    @JsonProperty("url")
    URL,
    @JsonProperty("xml")
    XML,
    @JsonProperty("fields")
    FIELDS,
    /** An OpenID provider's issuer, from which the rest is discovered. */
    @JsonProperty("issuer")
    ISSUER
  }

  /**
   * What a revision gets unless it says otherwise.
   *
   * @param subject for SAML; with OpenID Connect the issuer decides
   * @param issuer where every customer of the provider has the same one
   * @param scopes for OpenID Connect
   */
  public record Defaults(
      @Nullable SubjectSource subject,
      AttributeNames attributes,
      @Nullable String issuer,
      @Nullable List<String> scopes) {

    public Optional<URI> fixedIssuer() {
      return Optional.ofNullable(issuer).map(URI::create);
    }
  }

  /** One page of the console. */
  public record Step(
      String title,
      List<String> text,
      @Nullable List<Field> fields,
      @Nullable List<Attribute> attributes) {

    Step translated(Translation language) {
      return new Step(
          language.of(title),
          text.stream().map(language::of).toList(),
          fields == null ? null : fields.stream().map(field -> field.translated(language)).toList(),
          attributes == null
              ? null
              : attributes.stream().map(attribute -> attribute.translated(language)).toList());
    }

    Step filled(UnaryOperator<String> fill) {
      return new Step(
          title,
          text.stream().map(fill).toList(),
          fields == null
              ? List.of()
              : fields.stream()
                  .map(field -> new Field(field.label(), fill.apply(field.value()), field.note()))
                  .toList(),
          attributes == null ? List.of() : attributes);
    }
  }

  /** A field of the console, under the label it has there, and what to enter. */
  public record Field(String label, String value, @Nullable String note) {

    Field translated(Translation language) {
      return new Field(label, language.of(value), note == null ? null : language.of(note));
    }
  }

  /** An attribute to send. */
  public record Attribute(String name, String source, boolean required, @Nullable String note) {

    Attribute translated(Translation language) {
      return new Attribute(
          name, language.of(source), required, note == null ? null : language.of(note));
    }
  }

  /** The same in another language; the words of the console stay as they are there. */
  Provider translated(Translation language) {
    return new Provider(
        key,
        name,
        protocol,
        console.translated(language),
        before.stream().map(language::of).toList(),
        metadata.translated(language),
        defaults,
        steps.stream().map(step -> step.translated(language)).toList(),
        pitfalls.stream().map(language::of).toList());
  }

  /** The steps with this connection's values in them. */
  public List<Step> steps(UnaryOperator<String> fill) {
    return steps.stream().map(step -> step.filled(fill)).toList();
  }
}
